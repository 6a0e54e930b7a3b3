package org.gongkai.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the server finds what a browser asks for. */
@FunctionalInterface
public interface SiteFiles {
    /**
     * @param path relative to the site's root, such as {@code notices/2023/a/index.html}; has no
     *     part that is empty, {@code .} or {@code ..}
     */
    Optional<Path> find(String path) throws IOException;
}
