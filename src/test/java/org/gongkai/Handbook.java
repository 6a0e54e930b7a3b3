package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 编辑手册: its examples and mistakes, as tests try them. */
final class Handbook {
    static final Path FILE = TinyColumn.GENERATOR.resolve("docs/编辑手册.md");
    static final String DAY = "2026-11-22";

    private static final Pattern EXAMPLE =
            Pattern.compile("文件 `([^`]+)`：\n\n```\\w+\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern MISTAKE =
            Pattern.compile(
                    "### (\\d+)\\. ([^\n]+)\n.*?```diff\n(.*?)```\n\n```text\n(.*?)```\n",
                    Pattern.DOTALL);

    /** A notice that the example repeals. */
    private static final String FORMER =
            """
            ---
            标题: 临溪县人民政府办公室关于印发政务公开培训办法的通知
            索引号: 1137990000462139XX/2020-00000090
            发文字号: 临政办发〔2020〕6号
            发布机关: 临溪县人民政府办公室
            成文日期: 2020-03-02
            发布日期: 2020-03-03
            审核:
              初审: {人员: 张三, 日期: 2020-03-02}
              复审: {人员: 李四, 日期: 2020-03-02}
              终审: {人员: 王五, 日期: 2020-03-02}
            ---
            每年培训两次。
            """;

    /**
     * A mistake of the handbook.
     *
     * @param wrong the lines as they are mistyped; may be empty
     * @param right the lines as they should be
     * @param message what check is said to say
     */
    record Mistake(String number, String title, String wrong, String right, String message) {
        @Override
        public String toString() {
            return number + ". " + title;
        }
    }

    private Handbook() {}

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that it shows, by their places in a column. */
    static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        Matcher matcher = EXAMPLE.matcher(text());
        while (matcher.find()) {
            examples.put(matcher.group(1), matcher.group(2));
        }
        return examples;
    }

    static List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        Matcher matcher = MISTAKE.matcher(text());
        while (matcher.find()) {
            mistakes.add(
                    new Mistake(
                            matcher.group(1),
                            matcher.group(2),
                            lines(matcher.group(3), '-'),
                            lines(matcher.group(3), '+'),
                            matcher.group(4)));
        }
        return mistakes;
    }

    private static String lines(String diff, char sign) {
        StringBuilder lines = new StringBuilder();
        diff.lines()
                .filter(line -> line.charAt(0) == sign)
                .forEach(line -> lines.append(line.substring(1)).append('\n'));
        return lines.toString();
    }

    /** The sample column with the examples in it. */
    static TinyColumn column(Path folder) {
        TinyColumn column = new TinyColumn(folder).asOf(DAY);
        Path sample = TinyColumn.GENERATOR;
        try (Stream<Path> files = Files.walk(sample.resolve("content"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                column.with(
                        sample.relativize(file).toString().replace('\\', '/'),
                        Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        column.with("content/notices/2020/gongkai-peixun.md", FORMER);
        examples().forEach(column::with);
        return column;
    }
}
