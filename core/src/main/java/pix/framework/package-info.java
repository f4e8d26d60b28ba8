/**
 * The reference framework of digital skills (CRCN, art. D. 121-1 of the French education code): five areas, sixteen
 * competences, and levels 1 to 8 with their four names.
 */
package pix.framework;
