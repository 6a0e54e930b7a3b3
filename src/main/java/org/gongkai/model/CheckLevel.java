package org.gongkai.model;

/**
 * 网页检查: that a check of pages counts less on this site, as site.yml says.
 *
 * @param check the id of the check
 * @param off 关闭, not run at all; else 提醒, a warning
 * @param reason 理由, why
 */
public record CheckLevel(String check, boolean off, String reason, Place at) {}
