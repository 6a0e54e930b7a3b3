package org.gongkai.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Category;
import org.gongkai.model.IndexNumber;
import org.gongkai.model.Problems;
import org.gongkai.model.UnitRegister;

/**
 * What a column holds already, by which a new notice is begun. Drafts count, also those too
 * unfinished to be published: a number that stands in one is taken.
 */
public final class Precedents {
    private static final Pattern INDEX_NUMBER =
            Pattern.compile("(.*[/-])((?:19|20)\\d{2})-(\\d{3,12})");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile("(.+)〔\\d{4}〕\\d+号");
    private static final Pattern SEPARATORS = Pattern.compile("[;；、]");

    /**
     * A notice of the column; what it does not say is null.
     *
     * @param id {@code 2026/name}
     */
    public record Former(
            String id,
            String title,
            String publisher,
            String indexNumber,
            String documentNumber,
            List<String> subjects) {}

    /** An 索引号 in its parts. */
    private record Number(String prefix, int year, String serial) {
        static Optional<Number> of(Former notice) {
            Matcher matcher =
                    INDEX_NUMBER.matcher(
                            notice.indexNumber == null
                                    ? ""
                                    : IndexNumber.normalised(notice.indexNumber));
            return matcher.matches()
                    ? Optional.of(
                            new Number(
                                    matcher.group(1),
                                    Integer.parseInt(matcher.group(2)),
                                    matcher.group(3)))
                    : Optional.empty();
        }

        long value() {
            return Long.parseLong(serial);
        }
    }

    private final List<Former> notices;
    private final List<String> categories;
    private final UnitRegister units;

    private Precedents(List<Former> notices, List<String> categories, UnitRegister units) {
        this.notices = notices;
        this.categories = categories;
        this.units = units;
    }

    /** Reads the column's folder; what is wrong in it is for {@code check} to say. */
    public static Precedents of(Path root) throws IOException {
        Problems unsaid = new Problems();
        ContentFiles files = new ContentFiles(root, unsaid);
        List<Former> notices = new ArrayList<>();
        for (ContentFiles.NoticeFile file : files.notices()) {
            SourceFile.read(file.name(), file.markdown(), unsaid)
                    .flatMap(source -> FrontMatter.read(source, NoticeReader.KNOWN_KEYS, unsaid))
                    .ifPresent(front -> notices.add(former(file, front.fields())));
        }
        List<Category> catalog =
                read(files.register("catalog.yml"), unsaid)
                        .map(source -> new CatalogReader(unsaid, Slugs::pinyin).read(source))
                        .orElse(List.of());
        UnitRegister units =
                read(files.register("units.yml"), unsaid)
                        .map(source -> new UnitRegisterReader(unsaid, Slugs::pinyin).read(source))
                        .orElseGet(() -> new UnitRegister(List.of(), List.of()));
        return new Precedents(
                notices,
                catalog.stream().flatMap(Category::all).map(Category::name).toList(),
                units);
    }

    private static Optional<SourceFile> read(Path file, Problems unsaid) throws IOException {
        return Files.isRegularFile(file)
                ? SourceFile.read(file.getFileName().toString(), file, unsaid)
                : Optional.empty();
    }

    private static Former former(ContentFiles.NoticeFile file, Fields fields) {
        return new Former(
                file.id(),
                fields.text("标题"),
                fields.text("发布机关"),
                fields.text("索引号"),
                fields.text("发文字号"),
                fields.textsCutAt("主题分类", SEPARATORS));
    }

    /** The notices, by year and name. */
    public List<Former> notices() {
        return notices;
    }

    /** 发布机关, those first that published most. */
    public List<String> publishers() {
        return mostFrequent(notices.stream().map(Former::publisher));
    }

    /** 主题分类, the most frequent first. */
    public List<String> subjects() {
        return mostFrequent(notices.stream().flatMap(notice -> notice.subjects.stream()));
    }

    /** The names in catalog.yml, in its order. */
    public List<String> categories() {
        return categories;
    }

    /** The column's register of units. */
    public UnitRegister units() {
        return units;
    }

    /**
     * The 索引号 after the last one of a publisher and year: its prefix, the year, one more than the
     * largest serial under that prefix, as wide.
     *
     * @return empty where the publisher has no number yet, or the year has none and those of other
     *     years don't begin at 1
     */
    public Optional<String> nextIndexNumber(String publisher, int year) {
        List<String> prefixes =
                mostFrequent(
                        notices.stream()
                                .filter(notice -> publisher.equals(notice.publisher))
                                .flatMap(notice -> Number.of(notice).stream())
                                .map(Number::prefix));
        if (prefixes.isEmpty()) {
            return Optional.empty();
        }
        String prefix = prefixes.get(0);
        List<Number> numbers =
                notices.stream()
                        .flatMap(notice -> Number.of(notice).stream())
                        .filter(number -> number.prefix.equals(prefix))
                        .sorted(
                                Comparator.comparingInt(Number::year)
                                        .thenComparingLong(Number::value))
                        .toList();
        Optional<Number> last = last(numbers.stream().filter(number -> number.year == year));
        if (last.isEmpty()) {
            // The width of the newest; a serial that fills it was given by another rule.
            Number newest = numbers.get(numbers.size() - 1);
            return newest.serial.startsWith("0")
                    ? Optional.of(number(prefix, year, 1, newest.serial.length()))
                    : Optional.empty();
        }
        return last.map(number -> number(prefix, year, number.value() + 1, number.serial.length()));
    }

    private static String number(String prefix, int year, long serial, int width) {
        return prefix + year + "-" + ("%0" + width + "d").formatted(serial);
    }

    private static Optional<Number> last(Stream<Number> numbers) {
        return numbers.reduce((first, second) -> second);
    }

    /** What the publisher's 发文字号 begin with, such as 临政办发; empty where it has none. */
    public Optional<String> documentNumberStart(String publisher) {
        return mostFrequent(
                        notices.stream()
                                .filter(notice -> publisher.equals(notice.publisher))
                                .filter(notice -> notice.documentNumber != null)
                                .map(notice -> DOCUMENT_NUMBER.matcher(notice.documentNumber))
                                .filter(Matcher::matches)
                                .map(matcher -> matcher.group(1)))
                .stream()
                .findFirst();
    }

    private static List<String> mostFrequent(Stream<String> words) {
        Map<String, Long> counts =
                words.filter(word -> word != null)
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
