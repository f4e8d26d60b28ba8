/**
 * Measures the measuring: simulated people take simulated tests, and what the engine says about them is held against
 * what they are. Every figure of docs/measurement.md comes from here.
 */
package pix.bench;
