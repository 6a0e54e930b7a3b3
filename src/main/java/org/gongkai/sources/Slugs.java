package org.gongkai.sources;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes parts of addresses out of Chinese names: 县财政局 → {@code xiancaizhengju}. Each is given out
 * once.
 */
public final class Slugs {
    private static final int MAX_LENGTH = 60;
    private final Set<String> taken = new HashSet<>();

    /** Keeps an address from being given out. */
    void take(String slug) {
        taken.add(slug);
    }

    /** The pinyin of the name; where that is taken, with a number behind it. */
    public String of(String name) {
        String pinyin =
                PinyinHelper.toPinyin(name, PinyinStyleEnum.NORMAL, "")
                        .toLowerCase(Locale.ROOT)
                        .replace('ü', 'v')
                        .replaceAll("[^a-z0-9]+", "");
        String plain = pinyin.substring(0, Math.min(MAX_LENGTH, pinyin.length()));
        String slug = plain.isEmpty() ? "x" : plain;
        for (int i = 2; !taken.add(slug); i++) {
            slug = plain + "-" + i;
        }
        return slug;
    }
}
