package org.gongkai;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongkai.cache.Digest;
import org.gongkai.cache.FileMark;
import org.gongkai.cache.FileMarks;
import org.gongkai.checks.TextMemory;
import org.gongkai.model.ColumnText;

/** The texts in which an earlier build, with the same terms to look for, found nothing. */
final class QuietTexts implements TextMemory {
    private static final Pattern NOTICE_FILE = Pattern.compile("^content/notices/(.*)\\.md$");

    private final FileMarks quiet;
    private final FileMarks sources;
    private final Function<String, Optional<Digest>> notices;

    /**
     * @param quiet the marks of files in which nothing was found
     * @param sources those of the files of notices that are published, as this build knows them
     * @param notices tells a notice, as it was read, from every other, by its id
     */
    QuietTexts(FileMarks quiet, FileMarks sources, Function<String, Optional<Digest>> notices) {
        this.quiet = quiet;
        this.sources = sources;
        this.notices = notices;
    }

    @Override
    public boolean isQuiet(ColumnText text) {
        String name = name(text);
        FileMark mark = mark(text);
        boolean known = quiet.isAsBefore(name, mark);
        if (known) {
            note(name, mark);
        }
        return known;
    }

    @Override
    public void noteQuiet(ColumnText text) {
        note(name(text), mark(text));
    }

    private void note(String name, FileMark mark) {
        quiet.note(name, mark, Long.MAX_VALUE);
    }

    /** What is shown of a notice may change where its file does not. */
    private String name(ColumnText text) {
        if (text.kind() != ColumnText.Kind.NOTICE) {
            return text.file();
        }
        String id = NOTICE_FILE.matcher(text.file()).replaceFirst("$1");
        return notices.apply(id)
                .map(read -> text.file() + " " + read.a() + " " + read.b())
                .orElse(text.file());
    }

    /** Null where it is read each time: what is not published lies nowhere but in its own file. */
    private FileMark mark(ColumnText text) {
        return switch (text.kind()) {
            case NOTICE, TASKS -> sources.noted(text.file());
            case PAGE, REGISTER, ATTACHMENT -> null;
        };
    }
}
