package org.gongkai.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 拼音 without tones, as it is typed: ü is v. A character is read as its neighbours ask (重庆 but 重点),
 * so whole phrases should be given. What was read once is kept: the library is slow.
 */
public final class Pinyin {
    /** Words that the library reads wrongly. */
    private static final Map<String, String[]> EXCEPTIONS =
            Map.of(
                    "行长", new String[] {"hang", "zhang"},
                    "长效", new String[] {"chang", "xiao"},
                    "绿地", new String[] {"lv", "di"},
                    "处长", new String[] {"chu", "zhang"},
                    "局长", new String[] {"ju", "zhang"},
                    "乐陵", new String[] {"lao", "ling"},
                    "长垣", new String[] {"chang", "yuan"},
                    "郫都", new String[] {"pi", "du"},
                    "大埔", new String[] {"da", "bu"});

    private final Map<String, String[]> known = new ConcurrentHashMap<>();
    private final Map<String, String> syllables = new ConcurrentHashMap<>();

    public Pinyin() {
        // The library fills its dictionary without a lock; one thread must do so before others ask.
        PinyinHelper.toPinyin("重庆", PinyinStyleEnum.NORMAL, " ");
    }

    /** Reads many at once, on all processors. */
    void prepare(Collection<String> han) {
        han.parallelStream().forEach(this::of);
    }

    /**
     * The syllable of each char; null where a character has none.
     *
     * @param han Han characters and nothing else
     */
    String[] of(String han) {
        String[] read = known.get(han);
        if (read == null) {
            read = read(han);
            known.put(han, read);
        }
        return read;
    }

    private String[] read(String han) {
        String[] read = new String[han.length()];
        String[] typed = PinyinHelper.toPinyin(han, PinyinStyleEnum.NORMAL, " ").split(" ");
        if (typed.length == read.length) {
            for (int i = 0; i < read.length; i++) {
                read[i] = syllable(typed[i]);
            }
        }
        EXCEPTIONS.forEach(
                (word, right) -> {
                    for (int at = han.indexOf(word); at >= 0; at = han.indexOf(word, at + 1)) {
                        System.arraycopy(right, 0, read, at, right.length);
                    }
                });
        return read;
    }

    private String syllable(String typed) {
        String plain = typed.replace('ü', 'v');
        boolean isOne = !plain.isEmpty() && plain.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return isOne ? syllables.computeIfAbsent(plain, each -> each) : null;
    }
}
