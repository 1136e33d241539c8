return await Pulumi.Deployment.RunAsync<Dockerland.Infra.DockerlandStack>();
