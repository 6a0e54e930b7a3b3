package org.gongkai.checks.page;

import org.gongkai.model.Severity;

/** For people whose hands tremble: what one presses is large enough, or stands apart. */
final class TargetSizes extends StyleCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "target-size",
                Severity.ERROR,
                "可点的地方够大",
                "手抖、手指粗的人",
                "WCAG 2.2 2.5.8",
                "请在样式里把宽和高都设成24像素以上，或者与旁边的隔开。");
    }
}
