package org.gongkai.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys by which a 发文字号 or 索引号 is found, in whatever brackets and also in part: 临政办发〔2023〕7号 is
 * found as 临政办发-2023-7, 政办发-2023-7, 2023-7, 临政办发-2023, 临政办发 and 2023.
 */
final class NumberKeys {
    private static final Pattern FILLING = Pattern.compile("[年第号期]+");
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern CODE = Pattern.compile("[^a-z0-9]{2,}");
    private static final Pattern CODE_BEFORE_YEAR = Pattern.compile(".+[发函字令规办通电批复]");
    private static final Pattern CODE_ALONE = Pattern.compile(".+[发函字令规]");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{1,5}");
    private static final int MOST_RUNS = 6;
    private static final int SHORTEST_ALONE = 5;

    private NumberKeys() {}

    /** The runs of a number that tell it from others. */
    static List<String> runs(String text) {
        return Letters.runs(Letters.of(text)).stream()
                .filter(run -> !FILLING.matcher(run).matches())
                .map(run -> SHORT_NUMBER.matcher(run).matches() ? withoutZeros(run) : run)
                .toList();
    }

    private static String withoutZeros(String digits) {
        return String.valueOf(Integer.parseInt(digits));
    }

    /** Every key of a number. */
    static Set<String> of(String number) {
        List<String> all = runs(number);
        List<String> runs = all.subList(0, Math.min(MOST_RUNS, all.size()));
        Set<String> keys = new LinkedHashSet<>();
        for (int from = 0; from < runs.size(); from++) {
            addFrom(runs.subList(from, runs.size()), keys);
        }
        if (!runs.isEmpty() && CODE.matcher(runs.get(0)).matches()) {
            String code = runs.get(0);
            for (int i = code.offsetByCodePoints(0, 1);
                    code.codePointCount(i, code.length()) >= 2;
                    i = code.offsetByCodePoints(i, 1)) {
                List<String> shorter = new ArrayList<>(runs);
                shorter.set(0, code.substring(i));
                addFrom(shorter, keys);
            }
        }
        return keys;
    }

    private static void addFrom(List<String> runs, Set<String> keys) {
        String first = runs.get(0);
        boolean telling = first.length() >= SHORTEST_ALONE || YEAR.matcher(first).matches();
        if (!Letters.isLatin(first.charAt(0)) || telling) {
            keys.add(first);
        }
        for (int to = 2; to <= runs.size(); to++) {
            keys.add(String.join("-", runs.subList(0, to)));
        }
    }

    /**
     * The key that a reader's words ask for; null where they are no number.
     *
     * @param words how many words they are
     */
    static String asked(String text, int words) {
        List<String> runs = runs(text);
        boolean code = !runs.isEmpty() && isCode(runs.get(0), 12);
        int rest = code ? 1 : 0;
        boolean yearNext = runs.size() > rest && YEAR.matcher(runs.get(rest)).matches();
        if (yearNext && runs.size() == rest + 2 && SERIAL.matcher(runs.get(rest + 1)).matches()) {
            return String.join("-", runs);
        }
        if (code
                && yearNext
                && runs.size() == 2
                && CODE_BEFORE_YEAR.matcher(runs.get(0)).matches()) {
            return String.join("-", runs);
        }
        if (words > 1 || runs.isEmpty()) {
            return null;
        }
        if (runs.size() == 1 && yearNext) {
            return runs.get(0);
        }
        if (runs.stream().allMatch(run -> Letters.isLatin(run.charAt(0)))) {
            boolean many = runs.size() >= 2 && runs.size() <= MOST_RUNS;
            boolean long1 =
                    runs.size() == 1
                            && runs.get(0).length() >= SHORTEST_ALONE
                            && runs.get(0).chars().anyMatch(Character::isDigit);
            return many || long1 ? String.join("-", runs) : null;
        }
        boolean alone =
                runs.size() == 1
                        && isCode(runs.get(0), 8)
                        && CODE_ALONE.matcher(runs.get(0)).matches();
        return alone ? runs.get(0) : null;
    }

    private static boolean isCode(String run, int longest) {
        int characters = run.codePointCount(0, run.length());
        return !Letters.isLatin(run.charAt(0)) && characters >= 2 && characters <= longest;
    }

    /** The keys of several numbers in full; a number too long for that has none. */
    static Set<String> whole(List<String> numbers) {
        return numbers.stream()
                .map(NumberKeys::runs)
                .filter(runs -> !runs.isEmpty() && runs.size() <= MOST_RUNS)
                .map(runs -> String.join("-", runs))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The keys of several numbers. */
    static Set<String> ofAll(List<String> numbers) {
        return numbers.stream()
                .flatMap(number -> of(number).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
