package pix.learner;

/** What has to be undone elsewhere when a person leaves. Safe to repeat. */
public interface Farewell {

    void to(String learnerId);
}
