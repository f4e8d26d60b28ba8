/**
 * Learning what items are like from how they are answered. An item starts with the level its author gave it; answers
 * move it from there, as far as there are answers to justify it. What has to be kept is small and only ever added to.
 */
package pix.calibration;
