package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Chinese is read, and typed. */
class PinyinTest {
    private final Pinyin pinyin = new Pinyin();

    @ParameterizedTest
    @CsvSource({
        "政务公开, zheng wu gong kai",
        "重庆市重点工作, chong qing shi zhong dian gong zuo",
        "行政执法和银行, xing zheng zhi fa he yin hang",
        "会计核算, kuai ji he suan",
        "城市绿地, cheng shi lv di",
        "银行行长, yin hang hang zhang",
        "长效机制, chang xiao ji zhi",
        "给予补贴, ji yu bu tie",
        "供给, gong ji",
        "薄弱环节, bo ruo huan jie",
        "旅游战略, lv you zhan lve",
    })
    void readsACharacterAsItsNeighboursAsk(String han, String read) {
        assertEquals(read, String.join(" ", pinyin.of(han)));
    }

    @Test
    void givesNoSyllableWhereThereIsNone() {
        assertArrayEquals(new String[] {"zheng", null}, pinyin.of("政龦"));
        assertArrayEquals(new String[] {null, null}, pinyin.of("𠀀"));
    }

    @Test
    void readsManyAtOnceAsItReadsEach() {
        List<String> han = List.of("政务公开", "重庆", "重点", "政务公开");
        pinyin.prepare(han);
        for (String each : han) {
            assertArrayEquals(new Pinyin().of(each), pinyin.of(each));
        }
    }
}
