/**
 * What is delivered and where it comes from: the packages Lambda loads, the bill of materials of each, and the audit that
 * holds both to the lists of licences and of known weaknesses. Needs no network.
 */
package pix.journeys.supply;
