package org.gongkai.sources;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What people who know Word better than YAML mistype, and how it is said and mended. */
final class YamlMistakes {
    /** A line as it was meant, and what to say of it. */
    record Mended(String line, String check, String what, String fix) {}

    /** A key and value that were read as one word. */
    record Split(String key, String value, Mended mended) {}

    /**
     * A parser's complaint in an editor's words.
     *
     * @param line from 0, in the text that was parsed
     */
    record Said(int line, String what, String fix) {}

    private static final Pattern BRACKET_FIRST =
            Pattern.compile("\\s*(?:- +)*[^:：\\s]+: +[\\[{].*[\\]}]\\s*[^\\s,\\]}#].*");

    private static final Pattern QUOTE_FIRST =
            Pattern.compile(
                    "\\s*(?:- +)*[^:：\\s\"']+: +(?:\"[^\"]*\"|'[^']*')\\s*[^\\s#,}\\]\"'].*");

    private final Pattern lineStart;
    private final Pattern dash;
    private final Pattern noColon;
    private final Pattern insideBraces;
    private final Pattern wideComma;
    private final Pattern whole;

    YamlMistakes(Set<String> knownKeys) {
        String keys =
                knownKeys.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        lineStart =
                Pattern.compile("^([\\s]*(?:-\\s+)*+)(" + keys + ")\\s*(：|:(?=[^\\s]))\\s*(.*)$");
        dash = Pattern.compile("^(\\s*)-((?:" + keys + ")\\s*[:：].*)$");
        noColon =
                Pattern.compile("^(\\s*(?:- +)*)(" + keys + ")(?:\\s*[=＝]\\s*|[ \u3000]+)(\\S.*)$");
        insideBraces = Pattern.compile("([{,]\\s*)(" + keys + ")\\s*(：|:(?=[^\\s]))\\s*");
        wideComma = Pattern.compile("[，、；;]\\s*(" + keys + "): ");
        whole = Pattern.compile("^(" + keys + ")\\s*(：|:)\\s*(.*)$", Pattern.DOTALL);
    }

    /**
     * The line as it was meant; empty where nothing in it looks mistyped.
     *
     * @param before the line before it; may be empty
     */
    Optional<Mended> mend(String line, String before) {
        String text = line.stripLeading();
        String indent = line.substring(0, line.length() - text.length());
        if (indent.indexOf('\t') >= 0) {
            return Optional.of(
                    new Mended(
                            likely(before, text) + text,
                            "yaml-tab",
                            "行首用了 Tab 键。",
                            "请删除行首的 Tab，改用空格缩进（每层 2 个空格）。"));
        }
        if (indent.indexOf('\u3000') >= 0) {
            return Optional.of(
                    new Mended(
                            likely(before, text) + text,
                            "yaml-indent",
                            "行首用了全角空格。",
                            "请删除全角空格，改用半角空格缩进（每层 2 个空格）。"));
        }
        Optional<Mended> item = dash(line);
        if (item.isPresent()) {
            return item;
        }
        Matcher start = lineStart.matcher(line);
        if (start.matches()) {
            String key = start.group(2);
            String mended = start.group(1) + key + ": " + start.group(4);
            return Optional.of(colon(key, start.group(3), mended));
        }
        Matcher inside = insideBraces.matcher(line);
        if (inside.find()) {
            String key = inside.group(2);
            String mended =
                    line.substring(0, inside.start())
                            + inside.group(1)
                            + key
                            + ": "
                            + line.substring(inside.end());
            return Optional.of(colon(key, inside.group(3), mended));
        }
        return Optional.empty();
    }

    /** A line such as {@code -要求: 甲}, in which the dash is read as a part of the key. */
    Optional<Mended> dash(String line) {
        Matcher matcher = dash.matcher(line);
        return matcher.matches()
                ? Optional.of(
                        new Mended(
                                matcher.group(1) + "- " + matcher.group(2),
                                "yaml-dash",
                                "“-”后面缺少空格。",
                                "请在“-”后面加一个空格，写成“- "
                                        + matcher.group(2).split("\\s*[:：]", 2)[0]
                                        + ": ……”。"))
                : Optional.empty();
    }

    /**
     * A line such as {@code 标题 通知} or {@code 标题= 通知}. Text may begin so too: only for a line that
     * can't be read as text.
     */
    Optional<Mended> noColon(String line) {
        Matcher matcher = noColon.matcher(line);
        return matcher.matches() && !line.contains(": ")
                ? Optional.of(
                        new Mended(
                                matcher.group(1) + matcher.group(2) + ": " + matcher.group(3),
                                "yaml-colon",
                                "“" + matcher.group(2) + "”后面缺少冒号。",
                                "请写成“" + matcher.group(2) + ": ……”，冒号用半角，后面加一个空格。"))
                : Optional.empty();
    }

    /** Where the line probably belongs: beside the one before, or below what that one opens. */
    private static String likely(String before, String text) {
        String stripped = before.strip();
        String indent = before.substring(0, before.length() - before.stripLeading().length());
        String plain = indent.replace("\t", "  ").replace("\u3000", "  ");
        boolean item = stripped.startsWith("- ") && !text.startsWith("- ");
        return item || stripped.endsWith(":") ? plain + "  " : plain;
    }

    /** Parts a word such as {@code 名称：县财政局}. */
    Optional<Split> split(String word) {
        Matcher matcher = whole.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String key = matcher.group(1);
        return Optional.of(
                new Split(key, matcher.group(3).strip(), colon(key, matcher.group(2), word)));
    }

    private static Mended colon(String key, String typed, String mended) {
        return typed.equals("：")
                ? new Mended(
                        mended,
                        "yaml-colon",
                        "“" + key + "”后面用了全角冒号“：”。",
                        "请改成半角冒号加一个空格，写成“" + key + ": ……”。")
                : new Mended(
                        mended,
                        "yaml-colon",
                        "“" + key + "”的冒号后面缺少空格。",
                        "请在冒号后面加一个空格，写成“" + key + ": ……”。");
    }

    /** What is full-width within or around braces; null where nothing is. */
    private Said braces(String line, int at) {
        int open = line.indexOf('{');
        int close = line.lastIndexOf('}');
        if (line.indexOf('｛') >= 0 || line.indexOf('｝') >= 0) {
            return new Said(
                    at, "这一行用了全角的花括号“｛”或“｝”。", "请改成半角，写成 {人员: 张三, 日期: 2023-09-10} 的样子，冒号、逗号也用半角。");
        }
        if (open >= 0 && close > open) {
            Matcher comma = wideComma.matcher(line.substring(open, close));
            if (comma.find()) {
                String key = comma.group(1);
                return new Said(
                        at, "花括号里，“" + key + "”前面的不是半角逗号。", "请改成半角逗号加一个空格，写成“, " + key + ": ……”。");
            }
        }
        return null;
    }

    Said translate(MarkedYamlEngineException e, List<String> lines, int from, int at) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        String line = at < lines.size() ? lines.get(at) : "";
        if (problem.contains("escape")) {
            return new Said(at, "双引号里有反斜杠“\\”。", "请把反斜杠写成“\\\\”，或者改用单引号。");
        }
        Said braces = braces(line, at);
        if (braces != null) {
            return braces;
        }
        if (QUOTE_FIRST.matcher(line).matches()) {
            return new Said(
                    at,
                    "内容以英文引号开头，后一个引号后面还有文字。",
                    "请把值里的引号改成中文引号，例如 标题: “……”……；整个内容都在引号里的，删去引号后面的文字。");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return new Said(at, "内容以“- ”开头，被当成了列表。", "请用英文双引号把这一项括起来，例如 标题: \"- ……\"。");
        }
        if (context.contains("scanning a tag")) {
            return new Said(at, "“!”开头的内容不能直接写。", "请用英文双引号把这一项括起来。");
        }
        if (context.contains("quoted scalar")) {
            return new Said(from, "引号没有配对。", "请在这一段内容的末尾补上引号；值里的引号请用中文引号“”。");
        }
        if (context.contains("simple key") || problem.contains("could not find expected ':'")) {
            return new Said(from, "这一行缺少冒号。", "请写成“键: 值”，冒号用半角，后面加一个空格。");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new Said(
                    at, "这一行多了一个冒号，或者缩进和上一行不一致。", "值里有冒号时请用英文双引号括起来，例如 标题: \"……: ……\"；同一层的键要左对齐。");
        }
        if (context.contains("flow sequence")) {
            return new Said(from, "方括号“[ ]”没有配对，或者各项之间缺少逗号。", "请写成 [甲, 乙]，逗号用半角。");
        }
        if (context.contains("flow mapping")) {
            return new Said(
                    from,
                    "花括号“{ }”没有配对，或者各项之间缺少逗号。",
                    "请写成 {人员: 张三, 日期: 2023-09-10}，逗号用半角；内容里有冒号、逗号的，把内容用英文双引号括起来。");
        }
        if (BRACKET_FIRST.matcher(line).matches()) {
            return new Said(at, "内容以“[”或“{”开头，被当成了列表。", "请用英文双引号把这一项括起来，例如 标题: \"[……]……\"。");
        }
        if (problem.contains("expected <block end>") || context.contains("block")) {
            return new Said(at, "缩进不对。", "同一层的键和“-”要左对齐，下一层多缩进 2 个空格。");
        }
        if (problem.contains("cannot start any token")) {
            return new Said(at, "这一行有不能直接使用的符号。", "以“@”“`”“%”“*”“&”等符号开头的内容请用英文双引号括起来。");
        }
        if (problem.contains("alias") || problem.contains("anchor") || context.contains("alias")) {
            return new Said(at, "“*”或“&”开头的内容不能直接写。", "请用英文双引号把这一项括起来。");
        }
        return new Said(at, "这一行不符合 YAML 的写法。", "请对照说明检查缩进、冒号和引号。");
    }
}
