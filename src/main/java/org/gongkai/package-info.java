/**
 * gongkai (公开): a static-site generator for a 政府信息公开专栏. {@link org.gongkai.SiteBuild} shows the
 * whole way; {@link org.gongkai.cli.Main} is the command.
 */
package org.gongkai;
