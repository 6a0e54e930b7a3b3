package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a notice as editors write it; what is not known is left for a person to fill in. */
final class NoticeMarkdown {
    private static final int LONGEST_HEADING = 45;
    private static final Pattern SENTENCE = Pattern.compile(".*[。；！？：:，,].*");

    private NoticeMarkdown() {}

    static String write(Map<String, String> fields, List<String> doubts, List<Block> body) {
        String opening = "由 gongkai import 生成。请逐项核对，补上“请填写”的各项，再删去“状态: 草稿”。";
        List<String> subjects = fields.containsKey("主题分类") ? cut(fields.get("主题分类")) : List.of();
        return frontMatter(opening, fields, subjects, doubts, List.of()) + body(body);
    }

    /**
     * What stands above the text, its two lines of {@code ---} included.
     *
     * @param opening what to do with the file
     * @param offers lines that may be of use, written as comments
     */
    static String frontMatter(
            String opening,
            Map<String, String> fields,
            List<String> subjects,
            List<String> doubts,
            List<String> offers) {
        StringBuilder text = new StringBuilder("---\n");
        text.append("# ").append(opening).append('\n');
        doubts.forEach(doubt -> text.append("# 核对：").append(YamlText.comment(doubt)).append('\n'));
        required(text, fields, "标题", "文件的完整标题");
        required(text, fields, "索引号", "本单位给这份信息编的索引号");
        optional(text, fields, "发文字号");
        optional(text, fields, "统一编号");
        required(text, fields, "发布机关", "单位全称");
        if (!subjects.isEmpty()) {
            text.append("主题分类: ").append(YamlText.list(subjects)).append('\n');
        }
        required(text, fields, "成文日期", "写成 2023-09-13 的样子");
        required(text, fields, "发布日期", "在网站上公开的日期，写成 2023-09-14 的样子");
        optional(text, fields, "有效性");
        optional(text, fields, "施行日期");
        optional(text, fields, "有效期至");
        optional(text, fields, "公开属性");
        optional(text, fields, "栏目");
        if (fields.containsKey("关键词")) {
            text.append("关键词: ").append(YamlText.list(cut(fields.get("关键词")))).append('\n');
        }
        offers.forEach(offer -> text.append("# ").append(offer).append('\n'));
        text.append("审核: # 请填写：三位审核人员和日期，写成下面的样子，并去掉各行的 #\n");
        text.append("#  初审: {人员: 张三, 日期: 2023-09-10}\n");
        text.append("#  复审: {人员: 李四, 日期: 2023-09-11}\n");
        text.append("#  终审: {人员: 王五, 日期: 2023-09-12}\n");
        return text.append("状态: 草稿\n---\n").toString();
    }

    private static List<String> cut(String text) {
        return List.of(text.split("\\s*[;；、,，/]\\s*")).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static void required(
            StringBuilder text, Map<String, String> fields, String key, String hint) {
        if (fields.containsKey(key)) {
            optional(text, fields, key);
        } else {
            text.append(key).append(": # 请填写：").append(hint).append('\n');
        }
    }

    private static void optional(StringBuilder text, Map<String, String> fields, String key) {
        if (fields.containsKey(key)) {
            text.append(key).append(": ").append(YamlText.value(fields.get(key))).append('\n');
        }
    }

    private static String body(List<Block> blocks) {
        List<String> parts = new ArrayList<>();
        boolean items = false;
        int level = 1;
        for (Block block : blocks) {
            boolean item = false;
            if (block instanceof Grid grid) {
                parts.add(Markdown.table(grid));
            } else if (block instanceof Paragraph paragraph) {
                int heading = Math.min(heading(paragraph), level + 1);
                item = heading == 0 && paragraph.item();
                if (heading > 0) {
                    level = heading;
                    parts.add(Markdown.heading(heading, Wording.tidy(paragraph.text())));
                } else if (item && items) {
                    parts.set(
                            parts.size() - 1,
                            parts.get(parts.size() - 1) + "\n" + Markdown.item(paragraph.text()));
                } else {
                    parts.add(
                            item
                                    ? Markdown.item(paragraph.text())
                                    : Markdown.paragraph(paragraph.text()));
                }
            }
            items = item;
        }
        return String.join("\n\n", parts) + "\n";
    }

    /** How deep a heading it is; 0 where it is none. A heading is short and no sentence. */
    private static int heading(Paragraph paragraph) {
        String text = Wording.tidy(paragraph.text());
        if (text.length() > LONGEST_HEADING || SENTENCE.matcher(text).matches()) {
            return 0;
        }
        if (Wording.isChapter(text)) {
            return 2;
        }
        if (Wording.isSection(text)) {
            return 3;
        }
        return paragraph.heading() == 0 ? 0 : Math.min(4, Math.max(2, paragraph.heading()));
    }
}
