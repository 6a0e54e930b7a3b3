package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Where a site is published: a folder of releases on this machine, or a web server's over ssh. */
public sealed interface Target extends AutoCloseable permits Releases, RemoteFolder {

    /** What readers have now; null where nothing was published yet. */
    Edition published() throws IOException;

    /** What publishing the site would change. */
    Changes changes(Path site) throws IOException;

    /**
     * Publishes the site.
     *
     * @param changes what {@link #changes} told
     * @return where it is, for the log
     */
    String publish(Path site, Changes changes) throws IOException;

    /** The file that tells who published what. */
    Path log();

    @Override
    void close() throws IOException;
}
