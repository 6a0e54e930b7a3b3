package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarTest {
    private static final List<String> KEYS = List.of("成文日期", "发布日期", "施行日期", "有效性", "标题");

    @Test
    void offersTheNearestFirst() {
        assertEquals(List.of("成文日期"), Similar.nearest("成文日起", KEYS, 3));
        assertEquals(List.of("施行日期", "成文日期", "发布日期"), Similar.nearest("施文日期", KEYS, 3));
        assertEquals(List.of("施行日期"), Similar.nearest("施文日期", KEYS, 1));
    }

    @Test
    void ofEquallyNearOnesOffersThatWhichBeginsAlike() {
        assertEquals(List.of("责任单位", "牵头部门"), Similar.nearest("责任部门", List.of("牵头部门", "责任单位"), 2));
    }

    @Test
    void offersNothingForAWordUnlikeAll() {
        assertEquals(List.of(), Similar.nearest("责任编辑电话", KEYS, 3));
        assertEquals(List.of(), Similar.nearest("", KEYS, 3));
    }

    @Test
    void doesNotTakeAWordForAnotherThatSharesNoCharacter() {
        assertEquals(List.of(), Similar.nearest("题目", List.of("标语"), 3));
    }

    @Test
    void ordersEquallyNearOnesAlwaysAlike() {
        assertEquals(
                Similar.nearest("县商务局", List.of("县税务局", "县水务局"), 2),
                Similar.nearest("县商务局", List.of("县水务局", "县税务局"), 2));
    }

    @Test
    void countsCharactersPutInTakenOutAndChanged() {
        assertEquals(0, Similar.distance("县财政局", "县财政局"));
        assertEquals(1, Similar.distance("县财政局", "财政局"));
        assertEquals(1, Similar.distance("县财政局", "市财政局"));
        assertEquals(4, Similar.distance("县财政局", ""));
        assertEquals(1, Similar.distance("县商务局和投资促进局", "县商务和投资促进局"));
    }
}
