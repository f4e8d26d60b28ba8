/**
 * Signs that a result may not be the person's own: answers that do not fit an ability, times that do not fit a person.
 * Every one is a flag for a human to look at and never decides anything: honest people do odd things too.
 */
package pix.integrity;
