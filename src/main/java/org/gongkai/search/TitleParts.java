package org.gongkai.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a title at the words that every title has (关于, 印发, 的通知 …), so that what it is about stands
 * alone.
 */
final class TitleParts {
    private static final String ABOUT = "关于";

    /** Never a part of another word but of 复印发票 and 流转发包. */
    private static final Pattern STOCK = Pattern.compile("关于|(?<!复)印发|(?<!流)转发|批转");

    private static final Pattern KIND =
            Pattern.compile(
                    "的(?:紧急|补充|若干|实施|指导|试行|暂行|处理|处罚|联合|几点|有关)*+"
                            + "(?:通知|通告|公告|公示|意见|批复|复函|答复|函|决定|通报|报告|请示|命令|令|议案|规定"
                            + "|办法|细则|方案|规划|要点|说明|解读|预案|清单|名单|目录|公报|纪要|预告|启事|公开信|倡议书)$");

    /** What a number counts: 2026年度, 第9期. */
    private static final Pattern COUNTED =
            Pattern.compile(
                    "^(?:年度?第?|月份?|日(?!常)|号令?|期(?!间|限)|次|届|批(?!复|准|次)|轮|季度|项(?!目)|个|万元|亿元)");

    /** 年报 after a number is a word of its own. */
    private static final Pattern NOT_COUNTED = Pattern.compile("^年(?:报|鉴|检|审|会)");

    /** Says only that something is done; the matter stands behind it. */
    private static final Pattern EMPTY =
            Pattern.compile(
                    "进一步|切实|全面|深入|继续|扎实|认真|持续|大力|积极|全力|全县|全市|全区|我县|我市|本县|本市|部分"
                            + "|做好|抓好|组织开展|开展|公布|发布|下达|修改|修订|调整|废止|宣布|征集|公开征求|征求"
                            + "|举办|举行|召开|成立|设立|同意|批准|授予|表彰|命名|认定|确定|启动");

    /** May be typed with the matter (优化营商环境) or left out (营商环境). */
    private static final Pattern VERB =
            Pattern.compile(
                    "加强|规范(?!性|化)|推进|加快|完善|实施(?!细则|方案|办法|意见|条例|规划|计划)|贯彻落实|贯彻|落实|深化"
                            + "|优化|健全|强化|提高|提升|促进|支持|鼓励|建立|编制|制定");

    private static final Pattern TAIL = Pattern.compile("(?:有关|相关)?(?:工作|事项|问题|情况|事宜|结果)$");

    private static final int SHORTEST = 2;

    /**
     * A stretch of a title's letters.
     *
     * @param han whether it is of Han characters; else it is of Latin letters and digits
     * @param fragment whether it says what the title is about
     * @param issuer whether it stands before 关于, and so names who issued it
     * @param starts where in it a citizen may begin to type, in ascending order
     * @param end where its matter ends, before 工作 and the like
     */
    record Part(
            String text,
            boolean han,
            boolean fragment,
            boolean issuer,
            List<Integer> starts,
            int end) {
        private static Part plain(String text, boolean han) {
            return new Part(text, han, false, false, List.of(), text.length());
        }

        private boolean isAbout() {
            return text.equals(ABOUT);
        }

        private Part asIssuer() {
            return new Part(text, han, fragment, true, starts, end);
        }
    }

    private final String place;

    /**
     * @param place the place whose government it is (临溪县), or null
     */
    TitleParts(String place) {
        this.place = place;
    }

    /** All letters of the title, in order. */
    List<Part> of(String title) {
        return parts(title, this::cut);
    }

    /** The letters of a name, of which nothing is stock. */
    static List<Part> uncut(String name) {
        return parts(name, (run, behindNumber, beforeNumber, parts) -> addPlain(run, parts));
    }

    /** Takes a stretch of Han characters. */
    @FunctionalInterface
    private interface Cut {
        void cut(String run, boolean behindNumber, boolean beforeNumber, List<Part> parts);
    }

    private static List<Part> parts(String title, Cut han) {
        List<Part> parts = new ArrayList<>();
        for (String word : Letters.of(title).split(" ")) {
            boolean counted = false;
            for (int at = 0, end; at < word.length(); at = end) {
                boolean latin = Letters.isLatin(word.charAt(at));
                end = at + 1;
                while (end < word.length() && Letters.isLatin(word.charAt(end)) == latin) {
                    end++;
                }
                String run = word.substring(at, end);
                if (latin) {
                    parts.add(Part.plain(run, false));
                } else {
                    han.cut(run, counted, end < word.length(), parts);
                }
                counted = latin;
            }
        }
        return parts;
    }

    /** Cuts a stretch of Han characters. */
    private void cut(String run, boolean behindNumber, boolean beforeNumber, List<Part> parts) {
        int from = 0;
        if (behindNumber && !NOT_COUNTED.matcher(run).find()) {
            Matcher counted = COUNTED.matcher(run);
            from = counted.find() ? counted.end() : 0;
        }
        Matcher kind = KIND.matcher(run);
        int to = kind.find(from) ? kind.start() : run.length();
        if (beforeNumber && to > from && run.charAt(to - 1) == '第') {
            to--;
        }
        addPlain(run.substring(0, from), parts);
        Matcher stock = STOCK.matcher(run).region(from, to).useTransparentBounds(true);
        int at = from;
        while (stock.find()) {
            addFragment(run.substring(at, stock.start()), parts);
            if (stock.group().equals(ABOUT) && parts.stream().noneMatch(Part::isAbout)) {
                parts.replaceAll(Part::asIssuer);
            }
            addPlain(stock.group(), parts);
            at = stock.end();
        }
        addFragment(run.substring(at, to), parts);
        addPlain(run.substring(to), parts);
    }

    private static void addPlain(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(Part.plain(text, true));
        }
    }

    private void addFragment(String text, List<Part> parts) {
        List<Integer> starts = starts(text);
        if (text.length() - starts.get(starts.size() - 1) < SHORTEST) {
            addPlain(text, parts);
            return;
        }
        Matcher tail = TAIL.matcher(text);
        int end = text.length();
        if (tail.find() && tail.start() - starts.get(starts.size() - 1) >= SHORTEST) {
            end = tail.start();
        }
        parts.add(new Part(text, true, true, false, starts, end));
    }

    private List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        int at = 0;
        while (true) {
            Matcher empty = EMPTY.matcher(text).region(at, text.length());
            boolean saysNothing = empty.lookingAt();
            int next = saysNothing ? empty.end() : behindVerbOrPlace(text, at);
            if (next == at || text.length() - next == 1) {
                return starts;
            }
            if (saysNothing) {
                starts.remove(starts.size() - 1);
            }
            starts.add(next);
            at = next;
        }
    }

    private int behindVerbOrPlace(String text, int at) {
        Matcher verb = VERB.matcher(text).region(at, text.length());
        if (verb.lookingAt()) {
            return verb.end();
        }
        return place != null && text.startsWith(place, at) ? at + place.length() : at;
    }
}
