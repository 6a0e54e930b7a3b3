package org.gongkai;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes valid files odd: cut, spliced, doubled, deeply nested, or with something nasty in them. */
public final class Mutator {
    /** Stands in what would run if a page showed it unescaped. */
    public static final String MARKER = "kaZapu";

    /** Of characters; more of the same shows nothing new. */
    private static final int LARGE = 200_000;

    private static final List<String> NASTY =
            List.of(
                    "<script>kaZapu(1)</script>",
                    "\"><img src=x onerror=kaZapu(2)>",
                    "'><svg onload=kaZapu(3)>",
                    "javascript:kaZapu(4)",
                    "[点](java\tscript:kaZapu(5))",
                    "</script></title></textarea><script>kaZapu(6)</script>",
                    "<style>@import 'kaZapu';</style>",
                    "${7*7}<#if kaZapu>",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "&#0;&#xD800;&NewLine;",
                    "\u0000",
                    "\u0085\u2028",
                    "\uFEFF",
                    "\u202E",
                    "𠮷😀",
                    "　",
                    "：",
                    "\t",
                    "\r",
                    "\n",
                    "\n\n",
                    "---\n",
                    "...\n",
                    "- ",
                    "? ",
                    ": ",
                    "#",
                    "'",
                    "\"",
                    "|\n",
                    ">-\n",
                    "&a ",
                    "*a",
                    "<<: *a\n",
                    "!!java.net.URL ",
                    "!<tag:yaml.org,2002:binary> ",
                    "%YAML 9.9\n",
                    "{",
                    "}",
                    "[",
                    "]",
                    "~",
                    "null",
                    "true",
                    "-0",
                    "0x1F",
                    "1e999",
                    "99999999999999999999",
                    "2023-02-30",
                    "0000-00-00",
                    "9999-12-31",
                    "+12023-01-01",
                    "../../../etc/passwd",
                    "/etc/passwd",
                    "C:\\x",
                    "..",
                    "files/",
                    "http://[",
                    "https://甲.example:99999/%zz?#",
                    "//kaZapu.example/",
                    "11010519491231002X",
                    "138 0013 8000",
                    "机密★10年",
                    "审核:\n",
                    "标题: ",
                    "状态: 草稿\n",
                    "公开属性: 不予公开\n",
                    "废止: [样政办发〔2023〕1号]\n",
                    "替代: [样政办发〔2023〕2号]\n",
                    "有效性: 废止\n",
                    "有效期至: 2023-09-30\n",
                    "附件:\n  - {名称: 甲, 文件: files/a.txt}\n",
                    "解读: [样政办发〔2023〕1号]\n",
                    "模板: ../notice\n",
                    "专栏: 政府信息公开指南\n",
                    "牵头部门: 各镇街、县直有关部门（甲、乙）等\n",
                    "责任单位: [县财政局, 各镇街]\n",
                    "完成时限: 2023年2月30日前\n",
                    "进展:\n  - {日期: 2023-09-20, 状态: 已完成}\n",
                    "(?:a+)+$",
                    "\\",
                    "\\x00\\uD800",
                    "@media{",
                    "@import url(",
                    "/*",
                    "var(--a)",
                    "calc(1px/0)");

    private static final List<String> OPENING =
            List.of(
                    "[", "{", "{甲: ", "- ", "? ", "> ", "* ", "1. ", "  ", "<div>", "<b>",
                    "<table>", "![](", "[a](", "**", "_*", "`", "~~", "|甲", "(", "\"", "“", "-",
                    "a{", "@media(", "#", "&a ", "养老 ", "年底前、", "1");

    private final Random random;

    public Mutator(long seed) {
        random = new Random(seed);
    }

    /** A file of the corpus, made odd in one place or several. */
    public byte[] odd(List<byte[]> corpus) {
        byte[] bytes = pick(corpus);
        int places = 1 + random.nextInt(random.nextInt(4) == 0 ? 6 : 2);
        for (int i = 0; i < places && bytes.length < LARGE; i++) {
            bytes = mutated(bytes, pick(corpus));
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes, byte[] other) {
        if (random.nextInt(12) == 0) {
            return ofBytes(bytes, other);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String odd =
                switch (random.nextInt(8)) {
                    case 0, 1 -> insert(text, pick(NASTY));
                    case 2 -> replaceWord(text);
                    case 3 -> cut(text);
                    case 4 -> insert(text, nested());
                    case 5 -> insert(text, part(new String(other, StandardCharsets.UTF_8)));
                    default -> ofLines(text, new String(other, StandardCharsets.UTF_8));
                };
        return odd.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] ofBytes(byte[] bytes, byte[] other) {
        if (bytes.length == 0) {
            return other;
        }
        int at = random.nextInt(bytes.length);
        byte[] odd = bytes.clone();
        switch (random.nextInt(3)) {
            case 0 -> odd[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> odd = Arrays.copyOf(bytes, at);
            default -> {
                byte[] tail =
                        Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
                odd = Arrays.copyOf(bytes, at + tail.length);
                System.arraycopy(tail, 0, odd, at, tail.length);
            }
        }
        return odd;
    }

    private String nested() {
        String opening = pick(OPENING);
        int depth = List.of(3, 30, 300, 3_000).get(random.nextInt(4));
        if (random.nextInt(4) > 0) {
            return opening.repeat(depth);
        }
        StringBuilder stairs = new StringBuilder("\n");
        for (int i = 0; i < Math.min(depth, 300); i++) {
            stairs.append("  ".repeat(i)).append(opening).append("甲:\n");
        }
        return stairs.toString();
    }

    private String ofLines(String text, String other) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        List<String> others = List.of(other.split("(?<=\n)"));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(at, pick(others));
            case 3 -> lines.set(at, "  ".repeat(random.nextInt(3)) + lines.get(at));
            case 4 -> lines.set(at, lines.get(at).replaceFirst("^ {1,2}", ""));
            default -> {
                int times = Math.min(random.nextInt(300), LARGE / (1 + lines.get(at).length()));
                for (int i = times; i > 0; i--) {
                    lines.add(at, lines.get(at));
                }
            }
        }
        return String.join("", lines);
    }

    private String replaceWord(String text) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=[\\s:,、\\[\\]{}<>\"=;()])")));
        words.set(random.nextInt(words.size()), pick(NASTY));
        return String.join("", words);
    }

    private String cut(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(random.nextBoolean() ? 4 : 200));
        return random.nextInt(6) == 0
                ? text.substring(0, from)
                : text.substring(0, from) + text.substring(to);
    }

    private String insert(String text, String inserted) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + inserted + text.substring(at);
    }

    private String part(String text) {
        int from = random.nextInt(text.length() + 1);
        return text.substring(from, Math.min(text.length(), from + random.nextInt(300)));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
