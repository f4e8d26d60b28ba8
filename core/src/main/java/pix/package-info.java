/** Every rule of pix, in plain Java: nothing here knows a database, a network or a format. */
package pix;
