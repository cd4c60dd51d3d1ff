package dev.creatorledger.query.panel;

import dev.creatorledger.query.panel.page.PanelSettings;
import java.util.Set;
import org.apache.catalina.Manager;
import org.apache.catalina.session.ManagerBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The container's sessions, of which there is one per person who is signed in to the panel: none is of the API. */
@Configuration(proxyBeanMethods = false)
class PanelSessions {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> panelSessionCookie(PanelSettings settings) {
        return factory -> {
            var session = factory.getSettings().getSession();
            session.setTimeout(settings.idle());
            session.setTrackingModes(
                    Set.of(org.springframework.boot.web.server.servlet.Session.SessionTrackingMode.COOKIE));
            var cookie = session.getCookie();
            cookie.setName(PanelSecurity.SESSION_COOKIE);
            cookie.setPath(PanelSettings.PATH);
            cookie.setHttpOnly(true);
            cookie.setSecure(settings.secureCookies());
            cookie.setSameSite(SameSite.STRICT);
            factory.addContextCustomizers(context -> context.addLifecycleListener(event -> {
                Manager manager = context.getManager();
                if (manager instanceof ManagerBase base) {
                    base.setMaxActiveSessions(settings.maxSessions());
                }
            }));
        };
    }
}
