package org.gongkai.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Link;
import org.gongkai.model.Notice;
import org.gongkai.model.PersonalNumbers;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.UnitRegister;

/**
 * What was read of a column's notices before, so that of ten thousand only those are read again
 * whose files have changed, or something that their reading looked at: the register of units, the
 * addresses that their links may lead to, the files that they show. One for each column; for one
 * reading at a time.
 */
public final class KeptNotices {
    /**
     * Some file systems count in so many milliseconds: a file younger than that may be written
     * again and look the same.
     */
    private static final long COARSEST_TIME = 2000;

    private Map<String, Kept> byId = Map.of();
    private Addresses addresses;
    private UnitRegister register;

    /** How a file looks from outside; {@link #NONE} where there is none. */
    private record Stamp(FileTime modified, long size, Object key) {
        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, null);

        static Stamp of(Path file) throws IOException {
            if (file == null) {
                return NONE;
            }
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
        }

        boolean isSettled(long now) {
            return modified.toMillis() < now - COARSEST_TIME;
        }
    }

    /** What was read of one notice, and what was wrong with it. */
    private record Kept(Stamp markdown, Stamp tasks, Notice notice, List<Problem> problems) {

        boolean isAsItWas(
                ContentFiles.NoticeFile file,
                NoticeReader reader,
                boolean sameUnits,
                boolean sameAddresses)
                throws IOException {
            return (sameUnits || notice.tasks() == null)
                    && (sameAddresses || links(notice).noneMatch(Kept::dependsOnAddresses))
                    && markdown.equals(Stamp.of(file.markdown()))
                    && tasks.equals(Stamp.of(file.tasks()))
                    && notice.publishedFiles()
                            .allMatch(each -> isThere(reader.file(each), each.bytes()));
        }

        private static boolean dependsOnAddresses(Link link) {
            return link.kind() == Link.Kind.PAGE || link.kind() == Link.Kind.FILE;
        }

        private static boolean isThere(Path file, long bytes) {
            try {
                return Files.size(file) == bytes;
            } catch (IOException e) {
                return false;
            }
        }

        /** Whether the same would be read of the same file, whatever else comes or goes. */
        boolean isLasting() {
            return problems.stream().noneMatch(each -> each.check().startsWith("attachment"))
                    && links(notice)
                            .noneMatch(
                                    link ->
                                            link.kind() == Link.Kind.BROKEN
                                                    || link.kind() == Link.Kind.ESCAPING);
        }

        private static Stream<Link> links(Notice notice) {
            return Stream.concat(
                    notice.body().links().stream(),
                    notice.taskList().stream()
                            .flatMap(task -> task.progress().stream())
                            .map(progress -> progress.evidence())
                            .filter(Objects::nonNull));
        }
    }

    /** A notice that was read anew, with its files as they were just before. */
    private record Fresh(
            ContentFiles.NoticeFile file, Stamp markdown, Stamp tasks, Notice notice) {}

    /**
     * Reads the notices, as far as they are not known.
     *
     * @param problems what the reader adds its problems to, and nobody else
     */
    List<Notice> read(
            List<ContentFiles.NoticeFile> files,
            Addresses newAddresses,
            UnitRegister newRegister,
            NoticeReader reader,
            Problems problems)
            throws IOException {
        boolean sameUnits =
                register != null
                        && List.copyOf(newRegister.units()).equals(List.copyOf(register.units()))
                        && newRegister.collectives().equals(register.collectives());
        boolean sameAddresses = newAddresses.equals(addresses);
        Map<String, Kept> before = byId;
        Map<String, Kept> after = new HashMap<>();
        Queue<Fresh> fresh = new ConcurrentLinkedQueue<>();
        Queue<String> reused = new ConcurrentLinkedQueue<>();
        List<Notice> notices =
                Sources.readAll(
                        files,
                        file -> {
                            Kept kept = before.get(file.id());
                            if (kept != null
                                    && kept.isAsItWas(file, reader, sameUnits, sameAddresses)) {
                                reused.add(file.id());
                                if (kept.notice().draft()) {
                                    reader.addDraft(file);
                                }
                                return Optional.of(kept.notice());
                            }
                            Stamp markdown = Stamp.of(file.markdown());
                            Stamp tasks = Stamp.of(file.tasks());
                            Optional<Notice> notice = reader.read(file);
                            notice.ifPresent(
                                    each -> fresh.add(new Fresh(file, markdown, tasks, each)));
                            return notice;
                        });
        keep(fresh, problems, after);
        for (String id : reused) {
            Kept kept = before.get(id);
            kept.problems().forEach(problems::add);
            after.put(id, kept);
        }
        byId = after;
        addresses = newAddresses;
        register = newRegister;
        return notices;
    }

    private static void keep(Queue<Fresh> fresh, Problems problems, Map<String, Kept> kept) {
        Map<String, List<Problem>> byFile =
                problems.sorted().stream().collect(Collectors.groupingBy(Problem::file));
        long now = System.currentTimeMillis();
        for (Fresh each : fresh) {
            List<Problem> own =
                    Stream.of(each.file().name(), each.file().tasksName())
                            .map(PersonalNumbers::masked)
                            .flatMap(name -> byFile.getOrDefault(name, List.of()).stream())
                            .toList();
            Kept possible = new Kept(each.markdown(), each.tasks(), each.notice(), own);
            if (each.markdown().isSettled(now)
                    && each.tasks().isSettled(now)
                    && possible.isLasting()) {
                kept.put(each.file().id(), possible);
            }
        }
    }
}
