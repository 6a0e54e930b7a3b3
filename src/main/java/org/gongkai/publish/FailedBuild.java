package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mark beside a built site that a later build of it failed: the site is whole, but is not what
 * the column holds now.
 */
public final class FailedBuild {
    private final Path folder;
    private final Path mark;

    /**
     * @param out the folder of the site
     */
    public FailedBuild(Path out) {
        this.folder = out.toAbsolutePath().normalize();
        this.mark = folder.resolveSibling("." + folder.getFileName() + ".gongkai-failed");
    }

    /** Remembers it, where there is a site that could be taken for the new one. */
    public void remember(String problems) throws IOException {
        if (Files.isDirectory(folder)) {
            Files.writeString(mark, problems + "\n");
        }
    }

    public void forget() throws IOException {
        Files.deleteIfExists(mark);
    }

    /** How many problems there were, in words; null where the last build was fine. */
    public String problems() throws IOException {
        return Files.isRegularFile(mark) ? Files.readString(mark).strip() : null;
    }
}
