package org.gongkai.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.cache.BuildCache;
import org.gongkai.cache.Digest;
import org.gongkai.cache.FileMark;
import org.gongkai.cache.FileMarks;
import org.gongkai.cache.RecordFormat;
import org.gongkai.model.Body;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;

/**
 * The notices that an earlier build has read. One with a problem is read again each time, so that
 * the problem is told again. Safe for many threads.
 */
public final class KnownNotices implements NoticeMemory {
    private static final byte[] NOTHING = {};

    private final BuildCache.Section section;
    private final BuildCache.Section html;
    private final BuildCache.Section texts;
    private final RecordFormat format;
    private final FileMarks marks;
    private final Map<String, Digest> digests = new ConcurrentHashMap<>();
    private final AtomicInteger read = new AtomicInteger();

    /**
     * A notice as it was read.
     *
     * @param files the digest of its files
     * @param tasks whether one of them was a task table
     * @param register the digest of what that was read by
     * @param answers what else was asked
     * @param whole the digest of all of these
     */
    private record Entry(
            Digest files,
            boolean tasks,
            Digest register,
            Map<String, String> answers,
            Digest whole,
            byte[] notice) {}

    /**
     * The files of a notice.
     *
     * @param digest of what they hold
     * @param bytes what they hold; null where the marks tell that it is the same as before
     * @param moment when the marks were read, before the contents
     * @param tasks null where there is none
     */
    private record Contents(
            Digest digest, NoticeBytes bytes, long moment, FileMark markdown, FileMark tasks) {
        Contents with(Digest newDigest, NoticeBytes newBytes) {
            return new Contents(newDigest, newBytes, moment, markdown, tasks);
        }
    }

    /**
     * @param marks of the files as the last build read them
     */
    public KnownNotices(BuildCache cache, RecordFormat format, FileMarks marks) {
        this.section = cache.section("notices");
        this.html = cache.section("html");
        this.texts = cache.section("texts");
        this.format = format;
        this.marks = marks;
    }

    @Override
    public Optional<Notice> read(
            ContentFiles.NoticeFile file,
            Digest register,
            Surroundings surroundings,
            Problems problems,
            Reading reading)
            throws IOException {
        byte[] known = section.get(file.name());
        Entry entry = known == null ? null : (Entry) format.read(known);
        Contents files = files(file, entry);
        if (entry != null
                && entry.tasks() == (file.tasks() != null)
                && entry.files().equals(files.digest())
                && (file.tasks() == null || entry.register().equals(register))
                && surroundings.wouldAnswer(entry.answers())) {
            List.of(section, html, texts).forEach(each -> each.keep(file.name()));
            note(file, files);
            digests.put(file.id(), entry.whole());
            return Optional.of(stored((Notice) format.read(entry.notice()), file.name()));
        }
        read.incrementAndGet();
        if (files.bytes() == null) {
            NoticeBytes bytes = NoticeBytes.of(file);
            files = files.with(digest(file, bytes), bytes);
        }
        Problems own = new Problems();
        Optional<Notice> notice = reading.read(files.bytes(), surroundings, own);
        own.sorted().forEach(problems::add);
        if (notice.isPresent()) {
            Digest whole =
                    Digest.of(
                            files.digest().bytes(),
                            file.tasks() == null ? NOTHING : register.bytes(),
                            format.write(surroundings.answers()));
            digests.put(file.id(), whole);
            // What is not published lies nowhere but in its own file.
            if (own.sorted().isEmpty() && notice.get().isPublic(false)) {
                note(file, files);
                Body body = notice.get().body();
                Notice bare = notice.get().withBody(body.stored(null, null));
                if (section.put(
                                file.name(),
                                format.write(
                                        new Entry(
                                                files.digest(),
                                                file.tasks() != null,
                                                register,
                                                surroundings.answers(),
                                                whole,
                                                format.write(bare))))
                        && html.put(file.name(), format.write(body.html()))
                        && texts.put(file.name(), format.write(body.text()))) {
                    return Optional.of(stored(notice.get(), file.name()));
                }
            }
        }
        return notice;
    }

    /** The notice without its long texts, which are read again where they are asked for. */
    private Notice stored(Notice notice, String name) {
        return notice.withBody(
                notice.body()
                        .stored(
                                () -> (String) format.read(html.stored(name)),
                                () -> (String) format.read(texts.stored(name))));
    }

    private void note(ContentFiles.NoticeFile file, Contents files) {
        marks.note(file.name(), files.markdown(), files.moment());
        if (file.tasks() != null) {
            marks.note(file.tasksName(), files.tasks(), files.moment());
        }
    }

    /** Files that look as they did need not be read. */
    private Contents files(ContentFiles.NoticeFile file, Entry entry) throws IOException {
        long moment = FileMark.now();
        FileMark markdown = FileMark.of(file.markdown());
        FileMark tasks = file.tasks() == null ? null : FileMark.of(file.tasks());
        boolean same =
                entry != null
                        && marks.isAsBefore(file.name(), markdown)
                        && entry.tasks() == (file.tasks() != null)
                        && (file.tasks() == null || marks.isAsBefore(file.tasksName(), tasks));
        NoticeBytes bytes = same ? null : NoticeBytes.of(file);
        return new Contents(
                same ? entry.files() : digest(file, bytes), bytes, moment, markdown, tasks);
    }

    /** What tells this notice, as it was read, from every other; empty where nothing does. */
    public Optional<Digest> digest(String id) {
        return Optional.ofNullable(digests.get(id));
    }

    /** How many notices were read from their files. */
    public int read() {
        return read.get();
    }

    /** A file that is too large or can't be read is a problem, whatever stands in it. */
    private static Digest digest(ContentFiles.NoticeFile file, NoticeBytes bytes) {
        return Digest.of(
                file.name().getBytes(StandardCharsets.UTF_8),
                bytes.markdown() == null ? NOTHING : bytes.markdown(),
                bytes.tasks() == null ? NOTHING : bytes.tasks());
    }
}
