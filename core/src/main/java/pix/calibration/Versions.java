package pix.calibration;

import java.util.Optional;

/** Which versions of the items' parameters and of their eligibilities new assessments begin with, and what is in them. */
public interface Versions {

    /** The number of the version that is switched on, 0 where authors' values hold. */
    int active();

    /** The number of the newest version, switched on or not: its eligibilities hold; 0 before the first. */
    int newest();

    Optional<Version> find(int number);

    /** Authors' values and nothing else. */
    static Versions none() {
        return new Versions() {
            @Override
            public int active() {
                return 0;
            }

            @Override
            public int newest() {
                return 0;
            }

            @Override
            public Optional<Version> find(int number) {
                return Optional.empty();
            }
        };
    }
}
