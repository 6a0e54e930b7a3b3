package org.gongkai.publish;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/** Keeps builds, and others who publish it, from a built site while it is read. */
public final class SiteLock implements AutoCloseable {
    private final FileLock lock;

    /**
     * @param site the folder of what was built
     */
    public SiteLock(Path site) throws IOException {
        lock = OutputFolder.lock(OutputFolder.resolved(site));
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
