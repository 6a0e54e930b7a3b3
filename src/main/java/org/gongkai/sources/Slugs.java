package org.gongkai.sources;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes parts of addresses out of Chinese names: 县财政局 → {@code xiancaizhengju}. Each is given out
 * once.
 */
public final class Slugs {
    private static final int MAX_LENGTH = 60;
    private final UnaryOperator<String> pinyin;
    private final Set<String> taken = new HashSet<>();

    public Slugs() {
        this(Slugs::pinyin);
    }

    /**
     * @param pinyin what {@link #pinyin} gives, perhaps as it was remembered
     */
    Slugs(UnaryOperator<String> pinyin) {
        this.pinyin = pinyin;
    }

    /** Keeps an address from being given out. */
    void take(String slug) {
        taken.add(slug);
    }

    /** The pinyin of the name; where that is taken, with a number behind it. */
    public String of(String name) {
        String letters = pinyin.apply(name);
        String plain = letters.substring(0, Math.min(MAX_LENGTH, letters.length()));
        String slug = plain.isEmpty() ? "x" : plain;
        for (int i = 2; !taken.add(slug); i++) {
            slug = plain + "-" + i;
        }
        return slug;
    }

    /**
     * A name in small letters and digits. The first one takes as long as a hundred notices to read:
     * a large dictionary is loaded for it.
     */
    static String pinyin(String name) {
        return PinyinHelper.toPinyin(name, PinyinStyleEnum.NORMAL, "")
                .toLowerCase(Locale.ROOT)
                .replace('ü', 'v')
                .replaceAll("[^a-z0-9]+", "");
    }
}
