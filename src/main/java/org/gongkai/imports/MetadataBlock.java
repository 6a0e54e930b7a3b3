package org.gongkai.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The block of 索引号, 发布机关 and so on that web sites print above a notice. */
final class MetadataBlock {
    private static final Map<String, String> KEYS = keys();
    private static final Pattern LABEL_AND_VALUE = labelAndValue();
    private static final int FEWEST = 3;
    private static final int MOST_ABOVE = 60;
    private static final int LONGEST_ABOVE = 100;

    private final Map<String, String> values = new LinkedHashMap<>();

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        String[][] words = {
            {"标题", "名称", "信息名称", "文件名称", "信息标题"},
            {"索引号", "信息索引号", "信息索引"},
            {"发文字号", "文号", "文件编号", "发文文号"},
            {"发布机关", "发布机构", "发文机关", "发布单位", "发文单位", "公开机构", "制发机关"},
            {"主题分类", "信息分类", "分类", "主题", "文件分类"},
            {"成文日期", "生成日期", "印发日期", "制发日期"},
            {"发布日期", "公开日期", "发布时间", "公开时间"},
            {"有效性", "时效性", "效力状态", "文件效力", "是否有效"},
            {"统一编号", "规范性文件编号", "登记号"},
            {"施行日期", "实施日期", "生效日期"},
            {"有效期至", "失效日期", "截止日期"},
            {"公开属性", "公开方式", "公开类别"},
            {"关键词", "主题词", "关键字"}
        };
        for (String[] row : words) {
            for (String word : row) {
                keys.put(word, row[0]);
            }
        }
        return Map.copyOf(keys);
    }

    private static Pattern labelAndValue() {
        List<String> spaced = new ArrayList<>();
        KEYS.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .forEach(key -> spaced.add(String.join("\\s*", key.split(""))));
        return Pattern.compile("(?<![\\p{IsHan}])(" + String.join("|", spaced) + ")\\s*[：:]");
    }

    private final Map<String, String> said = new HashMap<>();
    private final Set<Block> taken = new HashSet<>();
    private final List<Block> left = new ArrayList<>();

    private MetadataBlock() {}

    /** Takes the block out of the text; what stands above it is the page's and goes too. */
    static Map<String, String> take(List<Block> blocks, List<Remark> remarks) {
        MetadataBlock block = new MetadataBlock();
        for (int i = 0; i < Math.min(blocks.size(), MOST_ABOVE); i++) {
            if (blocks.get(i) instanceof Grid grid && block.readGrid(grid)) {
                block.taken.add(grid);
                break;
            }
        }
        if (block.taken.isEmpty() && !block.readLines(blocks)) {
            return Map.of();
        }
        int first = firstOf(blocks, block.taken);
        // Above the block there is the page's own; a text there is the notice, with the block
        // below.
        boolean pageAbove =
                blocks.subList(0, first).stream()
                        .allMatch(
                                each ->
                                        each instanceof Paragraph paragraph
                                                && isOfThePage(paragraph));
        if (pageAbove) {
            for (Block above : blocks.subList(0, first)) {
                String text = Quote.brief(((Paragraph) above).text());
                remarks.add(new Remark(above.place(), "“" + text + "”在信息要素上方，没有导入。"));
            }
            block.taken.addAll(blocks.subList(0, first));
        }
        blocks.addAll(first, block.left);
        blocks.removeAll(block.taken);
        return block.values;
    }

    private static int firstOf(List<Block> blocks, Set<Block> taken) {
        int first = 0;
        while (!taken.contains(blocks.get(first))) {
            first++;
        }
        return first;
    }

    private static boolean isOfThePage(Paragraph paragraph) {
        return paragraph.text().length() < LONGEST_ABOVE && paragraph.text().indexOf('。') < 0;
    }

    private static String key(String text) {
        return KEYS.get(text.replaceAll("[\\s\\u3000：:【】\\[\\]]", ""));
    }

    /** A label as it stands there, and what it is said to be. */
    private record Pair(String label, String value) {}

    /**
     * Whether a label stood there before with another value. A block says each thing once; a list
     * of 名称：甲公司, 名称：乙公司 is text.
     */
    private boolean isSaidOtherwise(List<Pair> pairs) {
        for (Pair pair : pairs) {
            String value = Wording.tidy(pair.value);
            String before = said.putIfAbsent(Wording.squeezed(pair.label), value);
            if (before != null && !before.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean repeats(Grid grid) {
        for (int row = 0; row < grid.rows(); row++) {
            List<Cell> cells = grid.row(row);
            for (int i = 0; i < cells.size(); i++) {
                String text = cells.get(i).text();
                List<Pair> pairs = key(text) == null ? pairs(text) : List.of();
                if (key(text) != null && i + 1 < cells.size()) {
                    pairs = List.of(new Pair(text, cells.get(i + 1).text()));
                }
                if (grid.isFirstRowOf(cells.get(i), row) && isSaidOtherwise(pairs)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean readGrid(Grid grid) {
        int labels = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (Cell cell : grid.row(row)) {
                labels +=
                        key(cell.text()) != null || LABEL_AND_VALUE.matcher(cell.text()).lookingAt()
                                ? 1
                                : 0;
            }
        }
        said.clear();
        if (labels < FEWEST || TableHead.of(grid) != null || repeats(grid)) {
            return false;
        }
        Set<Cell> read = new HashSet<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<Cell> cells = grid.row(row);
            for (int i = 0; i < cells.size(); i++) {
                String text = cells.get(i).text();
                String key = key(text);
                if (key != null && i + 1 < cells.size() && key(cells.get(i + 1).text()) == null) {
                    put(key, cells.get(i + 1).text());
                    read.add(cells.get(i));
                    read.add(cells.get(i + 1));
                } else if (key != null || readPairs(text) > 0) {
                    read.add(cells.get(i));
                } else if (read.add(cells.get(i))) {
                    String place = grid.places().get(row);
                    cells.get(i)
                            .paragraphs()
                            .forEach(words -> left.add(Paragraph.of(words, place)));
                }
            }
        }
        return true;
    }

    /** 索引号：……　发布机关：…… on one line. */
    private static List<Pair> pairs(String text) {
        Matcher matcher = LABEL_AND_VALUE.matcher(text);
        List<Pair> pairs = new ArrayList<>();
        String label = null;
        int from = 0;
        while (matcher.find()) {
            if (label != null) {
                pairs.add(new Pair(label, text.substring(from, matcher.start())));
            } else if (!text.substring(0, matcher.start()).isBlank()) {
                return List.of();
            }
            label = matcher.group(1);
            from = matcher.end();
        }
        if (label != null) {
            pairs.add(new Pair(label, text.substring(from)));
        }
        return pairs;
    }

    private int readPairs(String text) {
        List<Pair> pairs = pairs(text);
        pairs.forEach(pair -> put(key(pair.label), pair.value));
        return pairs.size();
    }

    /** Lines of pairs, or a label and its value each on a line; says whether there are any. */
    private boolean readLines(List<Block> blocks) {
        said.clear();
        int last = -1;
        int labels = 0;
        int i = 0;
        while (i < Math.min(blocks.size(), MOST_ABOVE)
                && blocks.get(i) instanceof Paragraph paragraph) {
            String key = key(paragraph.text());
            if (key == null && isSaidOtherwise(pairs(paragraph.text()))) {
                break;
            }
            int pairs = key == null ? readPairs(paragraph.text()) : 0;
            if (key != null && isCertain(blocks, i)) {
                boolean valued =
                        i + 1 < blocks.size()
                                && blocks.get(i + 1) instanceof Paragraph next
                                && !isLabel(next.text());
                if (valued) {
                    String value = ((Paragraph) blocks.get(i + 1)).text();
                    if (isSaidOtherwise(List.of(new Pair(paragraph.text(), value)))) {
                        break;
                    }
                    put(key, value);
                    taken.add(blocks.get(i + 1));
                }
                taken.add(paragraph);
                last = valued ? i + 1 : i;
                i = last;
                labels++;
            } else if (pairs > 0) {
                taken.add(paragraph);
                last = i;
                labels += pairs;
            } else if (last >= 0 && i > last + 2) {
                break;
            }
            i++;
        }
        if (labels < FEWEST) {
            values.clear();
            taken.clear();
            return false;
        }
        return true;
    }

    private static boolean isLabel(String text) {
        return key(text) != null;
    }

    /** Short words such as 名称 are labels only beside others. */
    private static boolean isCertain(List<Block> blocks, int at) {
        for (int i = at + 1; i <= at + 2 && i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph && isLabel(paragraph.text())) {
                return true;
            }
        }
        return at >= 2 && blocks.get(at - 2) instanceof Paragraph before && isLabel(before.text())
                || at >= 1
                        && blocks.get(at - 1) instanceof Paragraph above
                        && isLabel(above.text());
    }

    private void put(String key, String value) {
        String tidy = Wording.tidy(value);
        if (key != null && !tidy.isEmpty() && !tidy.matches("[-—/]+|无")) {
            values.putIfAbsent(key, tidy);
        }
    }
}
