package pix.calibration;

import java.util.Optional;

/** Which version of the items' parameters new assessments begin with, and what is in it. */
public interface Versions {

    /** The number of the version that is switched on, 0 where authors' values hold. */
    int active();

    Optional<Version> find(int number);

    /** Authors' values and nothing else. */
    static Versions none() {
        return new Versions() {
            @Override
            public int active() {
                return 0;
            }

            @Override
            public Optional<Version> find(int number) {
                return Optional.empty();
            }
        };
    }
}
