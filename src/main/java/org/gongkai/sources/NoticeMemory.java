package org.gongkai.sources;

import java.io.IOException;
import java.util.Optional;
import org.gongkai.cache.Digest;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;

/** Remembers notices that were read, so that only those are read again that may have changed. */
public interface NoticeMemory {
    /** Reads a notice's files, telling of what is wrong with them. */
    @FunctionalInterface
    interface Reading {
        Optional<Notice> read(NoticeBytes bytes, Surroundings surroundings, Problems problems)
                throws IOException;
    }

    /** One that remembers nothing. */
    static NoticeMemory none() {
        return (file, register, surroundings, problems, reading) ->
                reading.read(NoticeBytes.of(file), surroundings, problems);
    }

    /**
     * What stands in a notice's files. Safe for many threads.
     *
     * @param register the digest of what a task table is read by
     * @param reading is used where it isn't known
     */
    Optional<Notice> read(
            ContentFiles.NoticeFile file,
            Digest register,
            Surroundings surroundings,
            Problems problems,
            Reading reading)
            throws IOException;
}
