package pix.session;

/** Keeps a candidate from trying access codes one after another. What others try does not count. */
public interface EntryLimit {

    /** Counts one more try of a candidate; false where it was one too many for now. */
    boolean admits(String sessionId, String learnerId);
}
