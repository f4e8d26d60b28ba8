package pix.learner;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Where learners are kept. */
public interface Learners {

    /** Keeps a new learner; false where the user name or the identifier already has one, and nothing is written. */
    boolean add(Learner learner);

    Optional<Learner> find(String learnerId);

    /** Some learners, by their ids; those who left are not among them. May be a moment old. */
    Map<String, Learner> findAll(Collection<String> learnerIds);

    /** The learner who registered under this name, whatever its case. */
    Optional<String> findByUsername(String username);

    /** Replaces who the learner is; false where there is no such learner (any more). */
    boolean update(Learner learner);

    /** Removes account, profile and user name in one step. Nothing happens where there is none. */
    void erase(Learner learner);
}
