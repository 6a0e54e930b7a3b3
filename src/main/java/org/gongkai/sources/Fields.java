package org.gongkai.sources;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Origin;
import org.gongkai.model.Place;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Similar;
import org.gongkai.model.UpdateTerm;

/**
 * The keys of one mapping in an editor's file, read as what they should be; what they are not is a
 * problem.
 */
final class Fields {
    /** How long something holds, or that it has no end. */
    private static final Pattern NO_LAST_DAY =
            Pattern.compile("[一二三四五六七八九十两\\d]{1,3}(?:年|个月)|(?:长期|永久|无|不限).{0,6}");

    private static final Pattern ISO = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern OTHER_DATE =
            Pattern.compile(
                    "([12]\\d{3})\\s*[年/.．\\-－—]\\s*(\\d{1,2})\\s*[月/.．\\-－—]\\s*(\\d{1,2})\\s*日?(?:\\s.*)?");
    private static final Pattern WIDE_BRACKETS = Pattern.compile("[【［](.*)[】］]", Pattern.DOTALL);
    private static final Pattern TERM = Pattern.compile("([1-9]\\d{0,3})\\s*(天|日|周|个?月|年)");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** What offices also call a key. */
    private static final Map<String, String> OTHER_WORDS =
            Map.ofEntries(
                    Map.entry("文号", "发文字号"),
                    Map.entry("文件编号", "发文字号"),
                    Map.entry("题目", "标题"),
                    Map.entry("发文机关", "发布机关"),
                    Map.entry("发布单位", "发布机关"),
                    Map.entry("发布机构", "发布机关"),
                    Map.entry("印发日期", "成文日期"),
                    Map.entry("生效日期", "施行日期"),
                    Map.entry("实施日期", "施行日期"),
                    Map.entry("失效日期", "有效期至"),
                    Map.entry("分类", "主题分类"),
                    Map.entry("牵头", "牵头部门"),
                    Map.entry("牵头单位", "牵头部门"),
                    Map.entry("责任部门", "责任单位"),
                    Map.entry("配合单位", "责任单位"),
                    Map.entry("时限", "完成时限"),
                    Map.entry("具体要求", "要求"));

    /** What numbers are, other than years, by their keys. */
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("顺序", 1),
                    Map.entry("每页条数", 20),
                    Map.entry("公开期限工作日", 20),
                    Map.entry("届满提醒月数", 6),
                    Map.entry("试行最长年数", 2),
                    Map.entry("解读期限工作日", 3),
                    Map.entry("解读雷同百分比", 60));

    private final Set<String> mistyped = new HashSet<>();
    private final YamlNode.Mapping mapping;
    private final Place start;
    private final Problems problems;

    /**
     * @param start where a missing key is reported
     */
    Fields(YamlNode.Mapping mapping, Place start, Problems problems) {
        this.mapping = mapping;
        this.start = start;
        this.problems = problems;
    }

    /** Reads a whole file; empty where it can't be read, which is then a problem. */
    static Optional<Fields> read(
            SourceFile source, Collection<String> knownKeys, Problems problems) {
        return new YamlReader(source.name(), Set.copyOf(knownKeys), problems)
                .read(source.text(), 1)
                .map(mapping -> new Fields(mapping, new Place(source.name(), 1), problems));
    }

    Place start() {
        return start;
    }

    Place at(String key) {
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry == null ? start : new Place(start.file(), entry.line());
    }

    Origin origin() {
        Map<String, Integer> lines = new HashMap<>();
        mapping.entries().forEach((key, entry) -> lines.put(key, entry.line()));
        return new Origin(start.file(), lines);
    }

    /** Whether the key stands there with a value. */
    boolean has(String key) {
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry != null && !(entry.value() instanceof YamlNode.Text text && text.isEmpty());
    }

    /** Whether the key stands there with nothing behind it. */
    boolean isEmpty(String key) {
        return mapping.entries().containsKey(key) && !has(key);
    }

    /** Whether one key stands before another in the file; a missing one stands nowhere. */
    boolean isBefore(String key, String other) {
        YamlNode.Entry first = mapping.entries().get(key);
        YamlNode.Entry second = mapping.entries().get(other);
        return first != null && (second == null || first.line() < second.line());
    }

    /** Reports every key that is not known, with the nearest that is. */
    void rejectUnknown(Collection<String> known, Severity severity) {
        mapping.entries()
                .forEach(
                        (key, entry) -> {
                            if (known.contains(key)) {
                                return;
                            }
                            String meant = meant(key, known);
                            if (meant != null && severity == Severity.ERROR) {
                                mistyped.add(meant);
                            }
                            // {说明: 已办, 并验收} has a key without a value behind the comma.
                            String comma =
                                    has(key) || entry.line() != mapping.line()
                                            ? ""
                                            : "是前一项内容里的逗号隔开的，请把前一项的整个内容用英文双引号括起来。";
                            String fix =
                                    meant == null
                                            ? comma + "可以用的键有：" + String.join("、", known) + "。"
                                            : "是不是“" + meant + "”？";
                            problems.add(
                                    new Problem(
                                            "unknown-key",
                                            severity,
                                            start.file(),
                                            entry.line(),
                                            "没有“" + key + "”这个键。",
                                            fix));
                        });
    }

    /** The known key that an unknown one stands for; null where none is like it. */
    private static String meant(String key, Collection<String> known) {
        String other = OTHER_WORDS.get(key);
        if (other != null && known.contains(other)) {
            return other;
        }
        List<String> nearest = Similar.nearest(key, known, 1);
        return nearest.isEmpty() ? null : nearest.get(0);
    }

    /** The text under a key; null where there is none. */
    String text(String key) {
        if (!has(key)) {
            return null;
        }
        YamlNode value = mapping.entries().get(key).value();
        if (value instanceof YamlNode.Text text) {
            return text.value();
        }
        problems.error(
                "value-type",
                at(key),
                "“"
                        + key
                        + "”应当是一段文字，这里写成了"
                        + (value instanceof YamlNode.Sequence ? "列表。" : "多行的键值。"),
                "请写成“" + key + ": ……”。");
        return null;
    }

    /** The text under a key that must be there; null where it is missing, which is a problem. */
    String required(String key, String example) {
        if (!has(key)) {
            reportMissing(key, example);
            return null;
        }
        return text(key);
    }

    /** Whether an unknown key was probably meant as this one: that problem says enough. */
    boolean isMistyped(String key) {
        return mistyped.contains(key);
    }

    void reportMissing(String key, String example) {
        if (isMistyped(key)) {
            return;
        }
        boolean empty = mapping.entries().containsKey(key);
        problems.error(
                "missing-key",
                at(key),
                empty ? "“" + key + "”没有填写。" : "缺少“" + key + "”。",
                "请" + (empty ? "填写" : "加上一行") + "“" + key + ": " + example + "”。");
    }

    /** The texts of a list; one text alone is a list of one. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        YamlNode value = mapping.entries().get(key).value();
        if (value instanceof YamlNode.Text text) {
            return List.of(text.value());
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlNode.Text text) {
                    if (!text.isEmpty()) {
                        texts.add(text.value());
                    }
                } else {
                    reportNotAList(key, item.line());
                }
            }
        } else {
            reportNotAList(key, value.line());
        }
        return texts;
    }

    private void reportNotAList(String key, int line) {
        problems.error(
                "value-type",
                new Place(start.file(), line),
                "“" + key + "”应当是文字或文字的列表。",
                "请写成“" + key + ": [甲, 乙]”。");
    }

    /** Like {@link #texts}, each once; one text alone is cut at the separators. */
    List<String> textsCutAt(String key, Pattern separators) {
        boolean cut = isText(key);
        return names(key, true, text -> cut ? separators.splitAsStream(text) : Stream.of(text));
    }

    /** Like {@link #texts}, for names: brackets and commas of a Chinese keyboard are a problem. */
    List<String> names(String key) {
        return names(key, true, Stream::of);
    }

    /**
     * Like {@link #names(String)}.
     *
     * @param commaParts whether ， can't belong to a name
     * @param cut parts a text that holds several
     */
    List<String> names(String key, boolean commaParts, Function<String, Stream<String>> cut) {
        List<String> names = new ArrayList<>();
        boolean bracket = false;
        String comma = null;
        for (String text : texts(key)) {
            Matcher inBrackets = WIDE_BRACKETS.matcher(text);
            bracket |= inBrackets.matches();
            String inner = inBrackets.matches() ? inBrackets.group(1) : text;
            for (String name : cut.apply(inner).map(String::strip).toList()) {
                comma = commaParts && hasWideComma(name) ? name : comma;
                if (!name.isEmpty() && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        if (bracket) {
            reportList(key, "list-bracket", "“" + key + "”用了全角方括号“【】”。", names);
        } else if (comma != null) {
            reportList(key, "list-comma", "“" + key + "”里有全角逗号，“" + comma + "”被当成了一项。", names);
        }
        return names;
    }

    private void reportList(String key, String check, String what, List<String> names) {
        String meant =
                names.stream()
                        .flatMap(Pattern.compile("[，、；]")::splitAsStream)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(", "));
        problems.error(
                check, at(key), what, "请写成“" + key + ": [" + meant + "]”，方括号和逗号用半角，逗号后面加一个空格。");
    }

    /** Whether it holds ， where it parts; within brackets it may belong to a name. */
    private static boolean hasWideComma(String name) {
        int open = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ("（(《“".indexOf(c) >= 0) {
                open++;
            } else if ("）)》”".indexOf(c) >= 0) {
                open--;
            } else if (c == '，' && open <= 0) {
                return true;
            }
        }
        return false;
    }

    /** The date under a key; null where there is none or it is no date, which is a problem. */
    LocalDate date(String key, String check) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        if (ISO.matcher(text).matches()) {
            Optional<LocalDate> date = parse(text);
            if (date.isPresent()) {
                return date.get();
            }
        }
        problems.error(
                check,
                at(key),
                key + "“" + text + "”不是有效日期。",
                check.equals("expiry-date") && NO_LAST_DAY.matcher(text).matches()
                        ? "请写有效的最后一天，写成 YYYY-MM-DD，例如 2028-09-30；长期有效的，请删去这一行。"
                        : "请写成 YYYY-MM-DD，例如 " + suggestion(text) + "。");
        return null;
    }

    /** The date under a key that must be there. */
    LocalDate requiredDate(String key, String check) {
        if (!has(key)) {
            reportMissing(key, "2023-09-13");
        }
        return date(key, check);
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text, STRICT));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The date that was probably meant: the same in the right form, or the last day of the month.
     */
    private static String suggestion(String text) {
        Matcher matcher =
                OTHER_DATE.matcher(
                        java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
        if (matcher.matches()) {
            int year = Integer.parseInt(matcher.group(1));
            int month = Integer.parseInt(matcher.group(2));
            int day = Integer.parseInt(matcher.group(3));
            if (month >= 1 && month <= 12 && day >= 1 && year >= 1) {
                int last = java.time.YearMonth.of(year, month).lengthOfMonth();
                return LocalDate.of(year, month, Math.min(day, last)).toString();
            }
        }
        return "2023-09-13";
    }

    /** One of a few words; null where there is none or another, which is a problem. */
    <T> T choice(String key, Function<String, Optional<T>> words, List<String> allowed) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Optional<T> chosen = words.apply(text);
        if (chosen.isEmpty()) {
            List<String> nearest = Similar.nearest(text, allowed, 1);
            problems.error(
                    "value",
                    at(key),
                    "“" + key + "”不能写成“" + text + "”。",
                    (nearest.isEmpty() ? "" : "是不是“" + nearest.get(0) + "”？")
                            + "可以写："
                            + String.join("、", allowed)
                            + "。");
        }
        return chosen.orElse(null);
    }

    /** A whole number, with or without a unit behind it (2023年); null where there is none. */
    Integer number(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Matcher matcher =
                Pattern.compile("(\\d{1,9})\\s*[年条件]?")
                        .matcher(
                                java.text.Normalizer.normalize(
                                        text, java.text.Normalizer.Form.NFKC));
        if (matcher.matches()) {
            return Integer.valueOf(matcher.group(1));
        }
        problems.error(
                "value",
                at(key),
                "“" + key + "”不能写成“" + text + "”。",
                "请写一个整数，例如 " + key + ": " + NUMBERS.getOrDefault(key, 2023) + "。");
        return null;
    }

    /** A span of time such as 2周, 6个月 or 90天; null where there is none. */
    UpdateTerm updateTerm(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Matcher matcher =
                TERM.matcher(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
        if (matcher.matches()) {
            int count = Integer.parseInt(matcher.group(1));
            Period period =
                    switch (matcher.group(2).charAt(0)) {
                        case '周' -> Period.ofWeeks(count);
                        case '年' -> Period.ofYears(count);
                        case '天', '日' -> Period.ofDays(count);
                        default -> Period.ofMonths(count);
                    };
            return new UpdateTerm(period, text);
        }
        problems.error(
                "value", at(key), "“" + key + "”不能写成“" + text + "”。", "请写成“2周”“90天”“6个月”或“1年”的样子。");
        return null;
    }

    boolean flag(String key) {
        String text = text(key);
        if (text == null
                || List.of("false", "否", "no").contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return false;
        }
        if (List.of("true", "是", "yes").contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return true;
        }
        problems.error("value", at(key), "“" + key + "”不能写成“" + text + "”。", "请写 true 或 false。");
        return false;
    }

    /** The mapping under a key. */
    Optional<Fields> fields(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        YamlNode value = mapping.entries().get(key).value();
        if (value instanceof YamlNode.Mapping inner) {
            return Optional.of(new Fields(inner, at(key), problems));
        }
        problems.error("value-type", at(key), "“" + key + "”下面应当是若干“键: 值”。", "请换行并缩进后逐项填写。");
        return Optional.empty();
    }

    boolean isText(String key) {
        return has(key) && mapping.entries().get(key).value() instanceof YamlNode.Text;
    }

    /** The mappings of a list under a key; one mapping alone is a list of one. */
    List<Fields> list(String key) {
        return list(key, null);
    }

    /**
     * The mappings of a list under a key.
     *
     * @param shorthand the key that an item stands for which is text alone; null where that is a
     *     problem
     */
    List<Fields> list(String key, String shorthand) {
        if (!has(key)) {
            return List.of();
        }
        YamlNode value = mapping.entries().get(key).value();
        List<YamlNode> items =
                value instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(value);
        List<Fields> list = new ArrayList<>();
        for (YamlNode item : items) {
            Place place = new Place(start.file(), item.line());
            if (item instanceof YamlNode.Mapping inner) {
                list.add(new Fields(inner, place, problems));
            } else if (item instanceof YamlNode.Text text && shorthand != null && !text.isEmpty()) {
                list.add(
                        new Fields(
                                new YamlNode.Mapping(
                                        Map.of(shorthand, new YamlNode.Entry(item.line(), text)),
                                        item.line(),
                                        2),
                                place,
                                problems));
            } else {
                problems.error(
                        "value-type",
                        place,
                        "“" + key + "”的这一项应当是若干“键: 值”。",
                        "请写成“- 键: 值”，其余的键在下一行对齐。");
            }
        }
        return list;
    }
}
