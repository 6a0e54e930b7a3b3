package org.gongkai.checks.page;

import org.gongkai.model.Severity;

/** For people who see poorly, or look at a screen in the sun: text stands out from its ground. */
final class TextContrast extends StyleCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "contrast",
                Severity.ERROR,
                "文字与背景的对比足够",
                "视力不好、在强光下看屏幕的人",
                "WCAG 2.2 1.4.3",
                "请把文字的颜色改深，或者把背景的颜色改浅。");
    }
}
