package pix.assessment;

/** Where profiles are kept. */
public interface Profiles {

    /** The profile of a learner, {@link Profile#empty} where nothing is known yet. */
    Profile find(String learnerId);
}
