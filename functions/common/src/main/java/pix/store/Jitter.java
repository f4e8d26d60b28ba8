package pix.store;

import java.util.concurrent.ThreadLocalRandom;

/** Lets those who met at the same items come again at different moments. */
final class Jitter {
    private Jitter() {}

    /** Waits a part of {@code longestMillis}, drawn anew each time; not at all where the thread is interrupted, which it stays. */
    static void pause(int longestMillis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, longestMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
