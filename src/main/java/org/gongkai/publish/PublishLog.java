package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.gongkai.model.PersonalNumbers;

/** 发布记录: who published what, when, and why where it was forced; a line each. */
public final class PublishLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Path file;
    private final LocalDateTime now;
    private final String user;

    /**
     * @param user the name of the system's user
     */
    public PublishLog(Path file, LocalDateTime now, String user) {
        this.file = file;
        this.now = now;
        this.user = user;
    }

    /**
     * Adds a line.
     *
     * @param reason why it was forced; null where it was not
     */
    public void add(String what, String reason) throws IOException {
        String line =
                TIME.format(now)
                        + " "
                        + user
                        + " "
                        + what
                        + (reason == null ? "" : "；强制发布的理由：" + reason);
        Files.writeString(
                file,
                PersonalNumbers.masked(line).replaceAll("\\p{Cntrl}+", " ") + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
