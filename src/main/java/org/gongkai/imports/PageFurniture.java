package org.gongkai.imports;

import java.util.List;
import java.util.regex.Pattern;

/** What web sites print around a notice, and copying takes along: 打印本页, 扫一扫 … */
final class PageFurniture {
    private static final int LONGEST = 80;
    private static final Pattern WORDS =
            Pattern.compile(
                    ".*(?:扫一扫在手机|打印本页|关闭窗口|分享到|【字体|字体：|浏览次数|责任编辑|上一篇|下一篇|当前位置|您现在的位置|网站地图|如果您对该文件有疑问).*");

    private PageFurniture() {}

    /** Takes it out of the text, and says so. */
    static void drop(List<Block> blocks, List<Remark> remarks) {
        blocks.removeIf(
                block -> {
                    boolean found =
                            block instanceof Paragraph paragraph
                                    && paragraph.text().length() < LONGEST
                                    && WORDS.matcher(paragraph.text()).matches();
                    if (found) {
                        String text = Quote.brief(((Paragraph) block).text());
                        remarks.add(new Remark(block.place(), "“" + text + "”像是网页上的文字，没有导入。"));
                    }
                    return found;
                });
    }
}
