package org.gongkai.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the questions that pages ask are answered in this build. Safe for many threads. */
public final class Answers {
    private final Map<String, Object> shared;
    private final List<Path> templateFolders;
    private final Path folder;
    private final Digests digests;
    private final Map<String, Digest> ofShared = new ConcurrentHashMap<>();
    private final Map<Question, Object> ofFiles = new ConcurrentHashMap<>();

    /**
     * @param shared what every template sees beside the values of its page
     * @param templateFolders where templates are looked for, the first first
     * @param folder where files are published
     */
    public Answers(
            Map<String, Object> shared, List<Path> templateFolders, Path folder, Digests digests) {
        this.shared = shared;
        this.templateFolders = templateFolders;
        this.folder = folder;
        this.digests = digests;
    }

    /**
     * The digest of all answers for a page.
     *
     * @param type which template renders it
     * @param values what its template sees
     * @throws RecordFormat.Unknown where an answer can't be told from another
     */
    Digest of(String type, Map<String, Object> values, Collection<Question> questions) {
        RecordWriter all = digests.writer();
        all.write(type);
        for (Question question : questions) {
            all.write(question.name());
            all.write(
                    question.kind() == Question.Kind.VALUE
                            ? value(question.name(), values)
                            : answer(question));
        }
        return all.digest();
    }

    /**
     * The digest of the answers to those questions that are not about the page's own values.
     *
     * @throws RecordFormat.Unknown where an answer can't be told from another
     */
    Digest ofShared(Collection<Question> questions) {
        RecordWriter all = digests.writer();
        for (Question question : questions) {
            boolean own = question.kind() == Question.Kind.VALUE;
            if (!own || shared.get(question.name()) != null) {
                all.write(question.name());
                all.write(own ? ofShared(question.name()) : answer(question));
            }
        }
        return all.digest();
    }

    /**
     * The digest of all that a page is made of.
     *
     * @param from all that its own values are made from
     * @param shared the digest of the answers that are not about these
     * @throws RecordFormat.Unknown where it can't be told from another
     */
    Digest of(String type, Object from, Digest shared) {
        RecordWriter all = digests.writer();
        all.write(type);
        all.write(from);
        all.write(shared);
        return all.digest();
    }

    private Object answer(Question question) {
        return question.kind() == Question.Kind.ENTRY ? entry(question) : file(question);
    }

    private Object value(String name, Map<String, Object> values) {
        Object own = values.get(name);
        if (own != null || shared.get(name) == null) {
            return own;
        }
        return ofShared(name);
    }

    private Digest ofShared(String name) {
        Digest digest = ofShared.get(name);
        if (digest == null) {
            Object value = shared.get(name);
            // Of a map of which all was asked, all counts.
            Object whole = value instanceof AskedMap<?> map ? map.entries() : value;
            digest = digests.digest(whole);
            ofShared.put(name, digest);
        }
        return digest;
    }

    private Object entry(Question question) {
        return shared.get(question.name()) instanceof AskedMap<?> map
                ? map.entries().get(question.key())
                : null;
    }

    private Object file(Question question) {
        return ofFiles.computeIfAbsent(
                question,
                each -> {
                    try {
                        return each.kind() == Question.Kind.TEMPLATE
                                ? template(each.name())
                                : stamp(folder.resolve(each.name()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Object stamp(Path file) throws IOException {
        return Files.isRegularFile(file) ? Stamp.of(Files.readAllBytes(file)) : "none";
    }

    /** Every file that may stand for a template, also its variants such as {@code list_zh.ftlh}. */
    private Object template(String name) throws IOException {
        String stem = name.replaceFirst("\\.[^./]*$", "");
        List<Object> found = new ArrayList<>();
        for (Path templates : templateFolders) {
            Map<String, Digest> files = new TreeMap<>();
            if (Files.isDirectory(templates)) {
                try (Stream<Path> walk = Files.walk(templates)) {
                    for (Path file : (Iterable<Path>) walk::iterator) {
                        String path = templates.relativize(file).toString().replace('\\', '/');
                        boolean may = path.startsWith(stem) || name.contains("*");
                        if (may && Files.isRegularFile(file)) {
                            files.put(path, Digest.of(Files.readAllBytes(file)));
                        }
                    }
                }
            }
            found.add(files);
        }
        return Arrays.asList(found.toArray());
    }
}
