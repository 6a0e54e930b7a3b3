package org.gongkai.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;

/** Questions drawn from what a site holds, as people ask them; the same ones every time. */
final class SampledQuestions {
    private static final List<String> BRACKETS =
            List.of("〔%s〕", "[%s]", "(%s)", "（%s）", "%s", " %s ");
    private static final String TYPOS = "基木工开证务理水法";

    private final Site site;
    private final List<String> pinyin;
    private final Random random = new Random(20261122);

    SampledQuestions(Site site) {
        this.site = site;
        this.pinyin = List.copyOf(Vocabulary.of(site).byPinyin().keySet());
    }

    List<SearchQuestion> draw(int count) {
        List<SearchQuestion> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            questions.add(question(i));
        }
        return questions;
    }

    private SearchQuestion question(int i) {
        String query = query(i % 13);
        int offset = random.nextInt(6) == 0 ? 1 + random.nextInt(25) : 0;
        boolean newest = random.nextInt(8) == 0;
        return new SearchQuestion(
                query, 10, offset, newest, random.nextInt(4) == 0 ? filters() : Map.of());
    }

    private String query(int kind) {
        Notice notice = pick(site.notices());
        return switch (kind) {
            case 0 -> part(notice.title(), 2, 4);
            case 1 -> part(notice.title(), 4, 12);
            case 2 -> part(text(notice), 2, 4);
            case 3 -> part(text(notice), 3, 20);
            case 4 -> part(notice.title(), 2, 4) + " " + part(text(notice), 2, 4);
            case 5 -> part(text(notice), 2, 3) + " " + part(text(pick(site.notices())), 2, 3);
            case 6 -> number(notice);
            case 7 -> "\"" + part(text(notice), 3, 9) + "\"";
            case 8 -> part(notice.title(), 2, 4) + " -" + part(text(notice), 2, 3);
            case 9 -> typo(part(notice.title(), 5, 10));
            case 10 -> pinyin.isEmpty() ? "zwgk" : pick(pinyin);
            case 11 -> pick(List.copyOf(site.units().units())).name();
            default ->
                    part(notice.title(), 1, 3)
                            + " \""
                            + part(text(notice), 2, 4)
                            + "\" -\""
                            + part(text(pick(site.notices())), 3, 4)
                            + "\"";
        };
    }

    private String text(Notice notice) {
        List<String> segments = SearchIndexer.segments(notice);
        return pick(segments);
    }

    /** A stretch of a text. */
    private String part(String text, int shortest, int longest) {
        int length = shortest + random.nextInt(longest - shortest + 1);
        int start = random.nextInt(Math.max(1, text.length() - length));
        return text.substring(start, Math.min(text.length(), start + length));
    }

    private String number(Notice notice) {
        String number = notice.documentNumber();
        if (number == null || random.nextInt(4) == 0) {
            String index = notice.metadata().indexNumber();
            return random.nextBoolean() ? index : index.substring(index.indexOf('/') + 1);
        }
        String year = number.replaceAll(".*〔(.*)〕.*", "$1");
        String written = number.replace("〔" + year + "〕", pick(BRACKETS).formatted(year));
        return random.nextBoolean() ? written : written.substring(written.indexOf(year));
    }

    private String typo(String text) {
        int at = random.nextInt(Math.max(1, text.length()));
        char wrong = TYPOS.charAt(random.nextInt(TYPOS.length()));
        return text.isEmpty() ? text : text.substring(0, at) + wrong + text.substring(at + 1);
    }

    private Map<String, List<String>> filters() {
        Facet facet = pick(List.of(Facet.values()));
        List<String> values = facet.values(pick(site.notices()));
        List<String> years = Facet.YEAR.values(pick(site.notices()));
        Map<String, List<String>> filters = new TreeMap<>(Map.of(facet.field(), values));
        if (random.nextInt(3) == 0) {
            filters.put(Facet.YEAR.field(), years);
        }
        return filters;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
