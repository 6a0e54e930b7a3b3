package org.gongkai.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside, as git's index has it: where that is as it was, so is what the
 * file holds. A time of change (ctime) is set by the system alone, and no two files have a number
 * at once. What is copied to another machine has another mark, and has to be read.
 *
 * @param regular whether it is a file, and no folder or link
 * @param modified in nanoseconds since 1970, as are all times here
 */
public record FileMark(
        boolean regular, long length, long modified, long changed, long device, long number) {
    private static final String ASKED = "unix:isRegularFile,size,lastModifiedTime,ctime,dev,ino";

    /** A file can be written twice within one tick of the system's clock, and look the same. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

    /** Some file systems count in seconds. */
    private static final long COARSEST_TICK = TimeUnit.SECONDS.toNanos(2);

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    /**
     * The mark of a file or folder that there is; null where the system tells too little.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    public static FileMark of(Path file) throws IOException {
        Map<String, Object> found;
        try {
            found = Files.readAttributes(file, ASKED, LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return null;
        }
        return new FileMark(
                (Boolean) found.get("isRegularFile"),
                (Long) found.get("size"),
                ((FileTime) found.get("lastModifiedTime")).to(TimeUnit.NANOSECONDS),
                ((FileTime) found.get("ctime")).to(TimeUnit.NANOSECONDS),
                (Long) found.get("dev"),
                (Long) found.get("ino"));
    }

    /** The present moment, as {@link #isSettled} wants it. */
    public static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    /** Whether whatever is done to the file from that moment on gives it another mark. */
    public boolean isSettled(long moment) {
        return changed < moment - (changed % MILLISECOND == 0 ? COARSEST_TICK : TICK);
    }

    /**
     * Waits until the marks of what was changed before a moment are settled: no longer than a tick,
     * which does not do where the system counts in seconds.
     */
    public static void letSettle(long moment) {
        try {
            for (long now = now(); now <= moment + TICK; now = now()) {
                TimeUnit.NANOSECONDS.sleep(moment + TICK - now + MILLISECOND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether they are two names of one file. */
    public boolean isSameFile(FileMark other) {
        return number == other.number && device == other.device;
    }
}
