package org.gongkai.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.model.DocumentNumber;
import org.gongkai.sources.TitleYear;

/**
 * Tells the parts of a 公文 apart: its title and 发文字号 above, whom it is to, the text, who signed it
 * when.
 */
final class NoticeText {
    /** As far down as a title may stand. */
    private static final int MOST_ABOVE = 30;

    private static final int LONGEST_TITLE = 150;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\p{IsHan}{2,15}\\s*[〔\\[（(【﹝]\\s*\\d{4}\\s*[〕\\]）)】﹞]\\s*第?\\s*\\d+\\s*号");
    private static final Pattern SALUTATION = Pattern.compile("[^。；！？]{2,150}[：:]");
    private static final Pattern TO_OFFICES =
            Pattern.compile(".*(?:政府|部门|单位|办事处|管委会|委员会|局|委|办|企业|公司|机构|学校|医院|街道|乡|镇).*");
    private static final Pattern HEAD_OF_PAPER =
            Pattern.compile(
                    "(?!.*(?:关于|印发|公布|的)).{2,30}文件|.{0,6}(?:特急|急件|平急)|\\d{6}|签发人.*|份号.*|[-=*_—─]{2,}");
    private static final Pattern KIND =
            Pattern.compile(
                    ".*(?:通知|意见|办法|方案|公告|通告|决定|批复|函|报告|规定|细则|要点|规划|计划|纪要|令|公报|预案|指南|清单|目录|制度|规则|条例|通报|公示|表|分工|总结|说明|解读)(?:[（(].{1,20}[）)])?");
    private static final Pattern VALIDITIES = Pattern.compile("有效|已修改|部分失效|失效|废止|尚未生效");

    private final Map<String, String> fields;
    private final List<String> doubts = new ArrayList<>();
    private final List<Remark> remarks;
    private final List<Block> body;

    /**
     * @param blocks of the file, without the table of tasks
     * @param known what was read before: the metadata block's
     * @param remarks where what is doubtful is told
     */
    NoticeText(List<Block> blocks, Map<String, String> known, List<Remark> remarks) {
        this.body = new ArrayList<>(blocks);
        this.fields = new LinkedHashMap<>(known);
        this.remarks = remarks;
        readHead();
        readSignature();
        tidyFields();
    }

    /** 标题, 发文字号 … as they are written into the front matter; what is unknown is not there. */
    Map<String, String> fields() {
        return fields;
    }

    /** What a person has to look at, in Chinese. */
    List<String> doubts() {
        return doubts;
    }

    /** The text, without title and number. */
    List<Block> body() {
        return body;
    }

    private void doubt(String place, String doubt) {
        doubts.add(doubt);
        remarks.add(new Remark(place, doubt));
    }

    /** What stands above the text: the head of the paper, 发文字号 and the title over its lines. */
    private void readHead() {
        int end = salutation();
        boolean addressed = end >= 0;
        if (!addressed) {
            end = Math.min(body.size(), MOST_ABOVE);
        }
        List<Block> taken = new ArrayList<>();
        List<String> title = new ArrayList<>();
        boolean titled = false;
        for (Block block : body.subList(0, end)) {
            if (!(block instanceof Paragraph paragraph)) {
                break;
            }
            String text = Wording.tidy(paragraph.text());
            if (NUMBER.matcher(text).matches()) {
                readNumber(text, paragraph.place());
                taken.add(block);
            } else if (titled) {
                // Under a title that is whole, only its number may follow.
                if (!addressed || !repeatsTitle(text)) {
                    break;
                }
                taken.add(block);
            } else if (HEAD_OF_PAPER.matcher(text).matches() || TaskTableFinder.isMarker(text)) {
                taken.add(block);
            } else if (isTitleLine(text, title)) {
                title.add(text);
                taken.add(block);
                titled = isWhole(title);
            } else {
                break;
            }
        }
        if (!addressed && !isWhole(title)) {
            // Nothing tells the title from the text: it is the first line.
            title = title.isEmpty() ? title : title.subList(0, 1);
            while (taken.size() > 1) {
                taken.remove(taken.size() - 1);
            }
        }
        String joined = Wording.joined(title);
        if (!joined.isEmpty()) {
            String known = fields.putIfAbsent("标题", joined);
            if (known != null && !Wording.squeezed(known).equals(Wording.squeezed(joined))) {
                doubt(body.get(0).place(), "信息要素里的标题与正文上方的“" + Quote.brief(joined) + "”不一样，用了前者。");
            }
        }
        taken.forEach(body::remove);
    }

    private boolean repeatsTitle(String text) {
        return Wording.squeezed(fields.getOrDefault("标题", "")).contains(Wording.squeezed(text));
    }

    private static boolean isTitleLine(String text, List<String> before) {
        int length = before.stream().mapToInt(String::length).sum() + text.length();
        return length <= LONGEST_TITLE
                && !text.endsWith("。")
                && !Wording.isChapter(text)
                && !text.matches("附件.*|[（(].*[）)]|.*[：:]");
    }

    /** 关于……的通知, all of it. */
    private static boolean isWhole(List<String> title) {
        String joined = String.join("", title);
        return KIND.matcher(joined).matches()
                && (!joined.contains("关于") || joined.indexOf("关于") < joined.length() - 4);
    }

    /** The line that names whom the notice is to; -1 where there is none. */
    private int salutation() {
        for (int i = 0; i < Math.min(body.size(), MOST_ABOVE); i++) {
            if (body.get(i) instanceof Paragraph paragraph) {
                String text = Wording.tidy(paragraph.text());
                boolean addresses =
                        SALUTATION.matcher(text).matches()
                                && TO_OFFICES.matcher(text).matches()
                                && !text.startsWith("附件");
                if (addresses && !Wording.isChapter(text)) {
                    return i;
                }
                if (text.endsWith("。")) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private void readNumber(String text, String place) {
        String known = fields.get("发文字号");
        String normal = DocumentNumber.normalised(text);
        if (known == null) {
            fields.put("发文字号", text);
        } else if (!DocumentNumber.normalised(known).equals(normal)) {
            doubt(place, "信息要素里的发文字号是“" + known + "”，正文上方是“" + text + "”，用了前者。");
        }
    }

    /**
     * A line that ends with a day.
     *
     * @param signer the unit before it or on the line above; null where there is none
     */
    private record Signature(Paragraph line, LocalDate date, String signer) {}

    /** 成文日期 and 发布机关, from the line of the date and the line above it. */
    private void readSignature() {
        Signature signature = signature();
        if (signature == null) {
            return;
        }
        Optional<LocalDate> date = Optional.of(signature.date);
        String known = fields.putIfAbsent("成文日期", signature.date.toString());
        Optional<LocalDate> told = known == null ? date : ChineseDate.read(known);
        if (!told.equals(date)) {
            doubt(
                    signature.line.place(),
                    "信息要素里的成文日期是“" + known + "”，落款是“" + signature.date + "”，用了前者。");
        }
        if (signature.signer != null) {
            fields.putIfAbsent("落款", signature.signer);
        }
    }

    /** The first that a unit signed, else the first day on a line of its own, which may be any. */
    private Signature signature() {
        Signature first = null;
        for (int i = 0; i < body.size(); i++) {
            Signature found = signature(i);
            if (found != null && found.signer != null) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private Signature signature(int at) {
        if (!(body.get(at) instanceof Paragraph paragraph)) {
            return null;
        }
        String text = Wording.tidy(paragraph.text());
        Optional<LocalDate> date = ChineseDate.atEnd(text);
        String before = text.replaceFirst("[〇○零\\d一二三四五六七八九]{4}\\s*年.*$", "").strip();
        boolean alone = before.isEmpty();
        return date.isEmpty() || !(alone || (text.length() < 60 && Wording.namesUnits(before)))
                ? null
                : new Signature(paragraph, date.get(), alone ? above(at) : before);
    }

    private String above(int at) {
        return at > 0
                        && body.get(at - 1) instanceof Paragraph paragraph
                        && Wording.namesUnits(Wording.tidy(paragraph.text()))
                        && paragraph.text().length() < 40
                ? Wording.tidy(paragraph.text())
                : null;
    }

    private void tidyFields() {
        String signed = fields.remove("落款");
        String title = fields.getOrDefault("标题", "");
        int about = title.indexOf("关于");
        String issuer = about > 0 ? title.substring(0, about) : null;
        if (issuer == null || !Wording.namesUnits(issuer)) {
            issuer = signed;
        }
        String known = issuer == null ? null : fields.putIfAbsent("发布机关", issuer);
        if (known != null && !known.equals(issuer)) {
            doubt("", "信息要素里的发布机关是“" + known + "”，标题或落款是“" + issuer + "”，用了前者，请核对。");
        }
        normaliseNumber();
        for (String key : List.of("成文日期", "发布日期", "施行日期", "有效期至")) {
            String text = fields.get(key);
            if (text != null) {
                Optional<LocalDate> date = ChineseDate.read(text);
                if (date.isPresent()) {
                    fields.put(key, date.get().toString());
                } else {
                    fields.remove(key);
                    doubt("", key + "“" + Quote.brief(text) + "”看不懂，没有写入。");
                }
            }
        }
        keepOnly("有效性", VALIDITIES);
        keepOnly("公开属性", Pattern.compile("主动公开|依申请公开|不予公开"));
        Optional<Integer> year = TitleYear.in(title);
        String date = fields.get("成文日期");
        if (year.isPresent()
                && date != null
                && Math.abs(year.get() - Integer.parseInt(date.substring(0, 4))) > 1) {
            doubt("", "标题里的年份是" + year.get() + "年，成文日期是" + date + "，请核对。");
        }
    }

    private void normaliseNumber() {
        String number = fields.get("发文字号");
        if (number != null && DocumentNumber.isLoose(number)) {
            String normal = DocumentNumber.normalised(number);
            if (!normal.equals(number.replaceAll("\\s", ""))) {
                doubt("", "发文字号原文是“" + number + "”，已写成“" + normal + "”。");
            }
            fields.put("发文字号", normal);
        }
    }

    private void keepOnly(String key, Pattern words) {
        String text = fields.get(key);
        if (text != null && !words.matcher(text).matches()) {
            fields.remove(key);
            doubt("", key + "“" + Quote.brief(text) + "”不是规定的写法，没有写入。");
        }
    }
}
