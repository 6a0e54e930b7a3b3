package org.gongkai.imports;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What web sites print around a notice, and copying takes along: 打印本页, 扫一扫 … */
final class PageFurniture {
    private static final int LONGEST = 80;
    private static final Pattern WORDS =
            Pattern.compile(
                    ".*(?:扫一扫在手机|打印本页|关闭窗口|分享到|【字体|字体：|浏览次数|责任编辑|当前位置|您现在的位置|网站地图|如果您对该文件有疑问|ICP备|公网安备|网站标识码|版权所有).*"
                            + "|(?:上一篇|下一篇|信息来源|来源|发布时间|发布日期|发文时间)\\s*[：:].*");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?:发布时间|发布日期)\\s*[：:]\\s*(\\d{4}[-年/.]\\d{1,2}[-月/.]\\d{1,2}日?)");

    private PageFurniture() {}

    /** Takes it out of the text, and says so; a 发布日期 in it is kept. */
    static void drop(List<Block> blocks, Map<String, String> fields, List<Remark> remarks) {
        blocks.removeIf(
                block -> {
                    if (!(block instanceof Paragraph paragraph)
                            || paragraph.text().length() >= LONGEST
                            || !WORDS.matcher(paragraph.text()).matches()) {
                        return false;
                    }
                    Matcher published = PUBLISHED.matcher(paragraph.text());
                    if (published.find()) {
                        fields.putIfAbsent("发布日期", published.group(1));
                    }
                    String text = Quote.brief(paragraph.text());
                    remarks.add(new Remark(block.place(), "“" + text + "”像是网页上的文字，没有导入。"));
                    return true;
                });
    }
}
