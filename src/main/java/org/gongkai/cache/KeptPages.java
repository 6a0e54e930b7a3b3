package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** The pages that an earlier build made as this one would. Safe for many threads. */
public final class KeptPages {
    /** Under this name a page may have all that its values are made from. */
    public static final String ORIGIN = "madeFrom";

    private final BuildCache.Section section;
    private final BuildCache.Section remembered;
    private final RecordFormat format;
    private final Digest checks;
    private final BiPredicate<String, Stamp> take;
    private final BiFunction<String, Written, Checked> check;
    private final BiConsumer<String, Supplier<Object>> recall;
    private final AtomicInteger made = new AtomicInteger();
    private final SortedMap<String, Digest> facts = new ConcurrentSkipListMap<>();
    private final Map<ByteBuffer, List<?>> questionLists = new ConcurrentHashMap<>();
    private final Map<ByteBuffer, Digest> sharedAnswers = new ConcurrentHashMap<>();

    /**
     * A page as it was made.
     *
     * @param questions what was asked while it was made, as bytes that many pages share
     * @param answers the digest of all that it was made of
     * @param origin the digest of all that it was made from, whether it shows it or not; null where
     *     that is not known
     * @param facts the digest of what the checks remember of it
     */
    private record Entry(
            Digest checks,
            byte[] questions,
            Digest answers,
            Digest origin,
            Stamp stamp,
            Digest facts) {
        Entry with(Digest newOrigin) {
            return new Entry(checks, questions, answers, newOrigin, stamp, facts);
        }
    }

    /**
     * @param remembered what the checks remember of each page, which is seldom read
     * @param checks the digest of all that the checks of a page look at beside it
     * @param take takes a file over from the old site where it is still as its stamp says
     * @param check checks a page that was made
     * @param recall takes what was remembered of a page that is kept
     */
    public KeptPages(
            BuildCache.Section section,
            BuildCache.Section remembered,
            RecordFormat format,
            Digest checks,
            BiPredicate<String, Stamp> take,
            BiFunction<String, Written, Checked> check,
            BiConsumer<String, Supplier<Object>> recall) {
        this.section = section;
        this.remembered = remembered;
        this.format = format;
        this.checks = checks;
        this.take = take;
        this.check = check;
        this.recall = recall;
    }

    /** Keeps the page of an earlier build, or makes it anew. */
    public void make(
            String path,
            String type,
            Map<String, Object> values,
            Answers answers,
            Supplier<Written> rendering) {
        if (!isKept(path, type, values, answers)) {
            AtomicReference<Written> written = new AtomicReference<>();
            AtomicReference<Checked> checked = new AtomicReference<>();
            Asked asked =
                    Asked.during(
                            () -> {
                                written.set(rendering.get());
                                checked.set(check.apply(path, written.get()));
                            });
            made.incrementAndGet();
            byte[] found = format.write(checked.get().facts());
            Digest of = Digest.quick(found, found.length);
            facts.put(path, of);
            if (checked.get().clean() && asked.isWhole()) {
                Stamp stamp = Stamp.of(written.get().bytes());
                remember(path, type, values, answers, asked.questions(), stamp, found, of);
            }
        }
    }

    /** The digest of what the checks remember of each page, by its path. */
    public SortedMap<String, Digest> facts() {
        return facts;
    }

    /** How many pages were made anew. */
    public int made() {
        return made.get();
    }

    /**
     * Keeps the page of an earlier build where it was made from the same, so that its values need
     * not even be put together; false where that can't be told so.
     *
     * @param from all that its values are made from
     */
    public boolean keep(String path, String type, Object from, Answers answers) {
        try {
            Entry entry = known(path);
            if (entry != null
                    && entry.checks().equals(checks)
                    && entry.origin() != null
                    && entry.origin().equals(origin(type, from, entry.questions(), answers))
                    && take.test(path, entry.stamp())) {
                section.keep(path);
                keep(path, entry);
                return true;
            }
        } catch (RecordFormat.Unknown e) {
            // Its values tell.
        }
        return false;
    }

    private boolean isKept(String path, String type, Map<String, Object> values, Answers answers) {
        try {
            Entry entry = known(path);
            if (entry != null
                    && entry.checks().equals(checks)
                    && entry.answers()
                            .equals(answers.of(type, values, questions(entry.questions())))
                    && take.test(path, entry.stamp())) {
                Digest origin = origin(type, values.get(ORIGIN), entry.questions(), answers);
                if (Objects.equals(origin, entry.origin())) {
                    section.keep(path);
                } else {
                    section.put(path, format.write(entry.with(origin)));
                }
                keep(path, entry);
                return true;
            }
        } catch (RecordFormat.Unknown e) {
            // It is made anew.
        }
        return false;
    }

    private Entry known(String path) {
        byte[] known = section.get(path);
        return known == null ? null : (Entry) format.read(known);
    }

    private void keep(String path, Entry entry) {
        remembered.keep(path);
        recall.accept(path, () -> format.read(remembered.stored(path)));
        facts.put(path, entry.facts());
    }

    private Digest origin(String type, Object from, byte[] questions, Answers answers) {
        if (from == null) {
            return null;
        }
        Digest shared =
                sharedAnswers.computeIfAbsent(
                        ByteBuffer.wrap(questions), each -> answers.ofShared(questions(questions)));
        return answers.of(type, from, shared);
    }

    @SuppressWarnings("unchecked")
    private List<Question> questions(byte[] bytes) {
        return (List<Question>)
                questionLists.computeIfAbsent(
                        ByteBuffer.wrap(bytes), each -> (List<?>) format.read(each.array()));
    }

    private void remember(
            String path,
            String type,
            Map<String, Object> values,
            Answers answers,
            List<Question> questions,
            Stamp stamp,
            byte[] found,
            Digest of) {
        try {
            Digest digest = answers.of(type, values, questions);
            byte[] asked = format.write(questions);
            section.put(
                    path,
                    format.write(
                            new Entry(
                                    checks,
                                    asked,
                                    digest,
                                    origin(type, values.get(ORIGIN), asked, answers),
                                    stamp,
                                    of)));
            remembered.put(path, found);
        } catch (RecordFormat.Unknown e) {
            // What can't be told from another is made every time.
        }
    }
}
